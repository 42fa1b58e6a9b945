import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeWhole } from './files.ts';

/** Made once per data folder, so that parts left running by a killed starter still know them. */
export type Secrets = {
  /** Of the server's first role, which sets up and does nothing else. */
  databasePassword: string;
  ownerPassword: string;
  applicationPassword: string;
  recordsPassword: string;
  cookieKey: string;
};

export const readSecrets = (dataDir: string): Secrets => {
  const path = join(dataDir, 'secrets.json');
  const known = readJson<Partial<Secrets>>(path) ?? {};
  const secret = () => randomBytes(24).toString('base64url');
  const fresh: Secrets = {
    databasePassword: secret(),
    ownerPassword: secret(),
    applicationPassword: secret(),
    recordsPassword: secret(),
    cookieKey: secret(),
  };
  // A folder of an earlier release has not all of them.
  const secrets = { ...fresh, ...known };
  if (Object.keys(known).length < Object.keys(fresh).length) writeWhole(path, JSON.stringify(secrets));
  return secrets;
};
