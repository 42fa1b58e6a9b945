import { waitUntil } from '../../../services/embedded/processes.ts';
import { readRun } from '../../../services/embedded/run-file.ts';
import { startLotse } from '../../support/runner/start-lotse.ts';
import type { Pids } from '../footprint.ts';
import { openApi } from './api.ts';
import { openDesk } from './desk.ts';

export type OfficeOptions = {
  folder: string;
  /** Who opens cases, and who does the tasks. */
  counter: string;
  clerk: string;
  env?: Record<string, string>;
};

/** What `npm start` calls. */
const npmStart = ['.config/start.mjs', 'start'];

/** The whole of Lotse from a folder, as `npm start` runs it, with a counter where cases are opened and a clerk who does the tasks. */
export const startOffice = async ({ folder, counter, clerk, env }: OfficeOptions) => {
  const started = performance.now();
  const lotse = await startLotse(folder, env, npmStart);
  const startMs = performance.now() - started;
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
      startMs,
      url: lotse.url,
      env: lotse.env,
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

/** With an office, which is stopped whatever comes. */
export const withOffice = async <T>(options: OfficeOptions, work: (office: Office) => Promise<T>): Promise<T> => {
  const office = await startOffice(options);
  try {
    return await work(office);
  } finally {
    await office.stop();
  }
};
