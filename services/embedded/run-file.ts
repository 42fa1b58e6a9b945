import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeWhole } from './files.ts';

/** What runs from a data folder right now. Read by `npm run token`, `npm run reset` and the tests. */
export type Run = {
  /** The starter. */
  pid: number;
  startedAt: string;
  urls: { application: string; mails?: string; issuer?: string; management?: string };
  processes: { api?: number; workers?: number; zeebe?: number; postgres?: number };
};

const pathIn = (dataDir: string) => join(dataDir, 'run.json');

export const readRun = (dataDir: string): Run | undefined => readJson<Run>(pathIn(dataDir));
export const writeRun = (dataDir: string, run: Run): void => writeWhole(pathIn(dataDir), `${JSON.stringify(run, null, 2)}\n`);
export const removeRun = (dataDir: string): void => rmSync(pathIn(dataDir), { force: true });
