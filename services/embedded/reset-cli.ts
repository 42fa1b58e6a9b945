import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../platform/config.ts';
import { stopAll } from './leftovers.ts';

/** `npm run reset`: stops what runs from the data folder and removes it. */
const reset = async (): Promise<string> => {
  const dataDir = resolve(readConfig(process.env).dataDir);
  if (!existsSync(dataDir)) return `Es gibt nichts zu löschen: ${dataDir} ist nicht da.`;
  // DATA_DIR may be mistyped, and what is removed here does not come back.
  if (!existsSync(join(dataDir, 'secrets.json'))) throw new Error(`${dataDir} ist kein Datenordner von Lotse und bleibt, wie er ist.`);
  await stopAll(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return `${dataDir} ist gelöscht. Der nächste Start beginnt mit einem neuen Amt.`;
};

try {
  process.stdout.write(`${await reset()}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
