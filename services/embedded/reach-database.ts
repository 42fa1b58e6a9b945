import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Addresses, prepareDatabase } from '../../db/prepare-database.ts';
import type { Config } from '../platform/config.ts';
import { starterMark } from './leftovers.ts';
import { openOfficeDatabase } from './office-database.ts';
import { findPostgresPort, startPostgres, stopPostgres } from './postgres.ts';
import { runs } from './processes.ts';
import { readRun } from './run-file.ts';
import { readSecrets } from './secrets.ts';
import { SetUpFault } from './set-up-fault.ts';

/**
 * The office's database for a tool beside Lotse, up to date: the one that is set, else the embedded one. While Lotse is stopped it is started for as
 * long as the tool needs it.
 */
export const reachDatabase = async (config: Config): Promise<Addresses & { release(): Promise<void> }> => {
  if (config.databaseUrl) {
    const addresses = { ownerUrl: config.databaseOwnerUrl || config.databaseUrl, url: config.databaseUrl };
    await prepareDatabase(addresses);
    return { ...addresses, release: async () => {} };
  }
  const dataDir = resolve(config.dataDir);
  const folder = join(dataDir, 'postgres');
  if (!existsSync(join(folder, 'cluster'))) {
    throw new SetUpFault(`Unter ${dataDir} liegen keine Daten von Lotse. Setzen Sie DATA_DIR auf den richtigen Ordner, oder DATABASE_URL.`);
  }
  // A server that runs on another port than the one set would be stopped otherwise, under a Lotse that needs it.
  const port = findPostgresPort(folder) ?? config.embeddedDatabasePort;
  const secrets = readSecrets(dataDir);
  const { adopted, urlOf } = await startPostgres({ folder, port, password: secrets.databasePassword });
  return {
    ...(await openOfficeDatabase({ urlOf }, secrets)),
    release: async () => {
      const tookOver = runs(readRun(dataDir)?.pid, starterMark);
      if (!adopted && !tookOver) await stopPostgres(folder);
    },
  };
};
