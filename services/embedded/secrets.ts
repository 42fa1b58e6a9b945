import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeWhole } from './files.ts';

/** Made once per data folder, so that parts left running by a killed starter still know them. */
export type Secrets = { databasePassword: string; recordsPassword: string; cookieKey: string };

export const readSecrets = (dataDir: string): Secrets => {
  const path = join(dataDir, 'secrets.json');
  const known = readJson<Secrets>(path);
  if (known) return known;
  const secret = () => randomBytes(24).toString('base64url');
  const made: Secrets = { databasePassword: secret(), recordsPassword: secret(), cookieKey: secret() };
  writeWhole(path, JSON.stringify(made));
  return made;
};
