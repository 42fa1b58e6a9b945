import { join } from 'node:path';
import { stopPostgres } from './postgres.ts';
import { runs, stopProcess, waitUntil } from './processes.ts';
import { readRun } from './run-file.ts';
import { stopZeebe } from './zeebe.ts';

/** Contained in the command line of the starter and of its children, whoever started them. */
export const starterMark = 'services/main.ts';

/** A child whose starter was killed stops by itself, in order; what takes longer than that hangs. */
const orphanLimitMs = 20_000;

/** Children of a starter that was killed still hold ports and jobs for a moment. */
export const waitForOrphans = async (dataDir: string): Promise<void> => {
  const { api, workers } = readRun(dataDir)?.processes ?? {};
  const orphans = [api, workers].filter((pid): pid is number => runs(pid, '--only'));
  await waitUntil(() => !orphans.some((pid) => runs(pid, '--only')), orphanLimitMs);
  for (const pid of orphans) await stopProcess(pid, '--only', 0);
};

/** Zeebe and PostgreSQL outlive a killed starter, to be taken over by the next; this ends them instead. */
export const stopDetached = async (dataDir: string): Promise<void> => {
  await stopZeebe(join(dataDir, 'zeebe'));
  await stopPostgres(join(dataDir, 'postgres'));
};

/** Everything that runs from the data folder, starter first, because it would start the others again. */
export const stopAll = async (dataDir: string): Promise<void> => {
  const starter = readRun(dataDir)?.pid;
  if (starter) await stopProcess(starter, starterMark, 60_000);
  await waitForOrphans(dataDir);
  await stopDetached(dataDir);
};
