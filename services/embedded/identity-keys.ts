import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { readJson, writeWhole } from './files.ts';

/** The keys that sign tokens, kept with the data, so that a token outlives a restart. */
export const readKeys = async (dataDir: string): Promise<{ keys: JWK[] }> => {
  const path = join(dataDir, 'identity-keys.json');
  const known = readJson<{ keys: JWK[] }>(path);
  if (known) return known;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const made = { keys: [{ ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig', alg: 'RS256' }] };
  writeWhole(path, JSON.stringify(made));
  return made;
};
