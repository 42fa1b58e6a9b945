import { waitUntil } from '../../../services/embedded/processes.ts';
import { readRun } from '../../../services/embedded/run-file.ts';
import { startLotse } from '../../support/runner/start-lotse.ts';
import type { Pids } from '../footprint.ts';
import { openApi } from './api.ts';
import { openDesk } from './desk.ts';

/** The whole of Lotse on an empty folder, with a counter where cases are opened and a clerk who does the tasks. */
export const startOffice = async (options: { folder: string; counter: string; clerk: string; env?: Record<string, string> }) => {
  const { folder, counter, clerk, env } = options;
  const started = performance.now();
  const lotse = await startLotse(folder, env);
  const coldStartMs = performance.now() - started;
  try {
    const processes = () => readRun(folder)?.processes ?? {};
    if (!(await waitUntil(() => Object.keys(processes()).length === 4, 10_000))) throw new Error('not all parts of Lotse are running');
    const { pid: starter, urls } = readRun(folder) ?? { pid: 0, urls: { issuer: '' } };
    const issuer = urls.issuer ?? '';
    const clerkApi = openApi(lotse.url, issuer, clerk);
    const counterApi = counter === clerk ? clerkApi : openApi(lotse.url, issuer, counter);
    const desk = await openDesk(clerkApi);
    const pids: Pids = { ...(processes() as Pids), starter };
    return {
      coldStartMs,
      pids,
      clerk: clerkApi,
      counter: counterApi,
      desk,
      stop: async () => {
        desk.close();
        counterApi.close();
        await lotse.stop();
      },
    };
  } catch (error) {
    await lotse.stop();
    throw error;
  }
};

export type Office = Awaited<ReturnType<typeof startOffice>>;
