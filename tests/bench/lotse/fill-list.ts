import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from './api.ts';
import { openCase } from './run-case.ts';

/** Counts the open tasks by walking the pages; opening goes on only while the list still lacks some, so it ends in any case. */
export const countOpen = async (api: Api): Promise<number> => {
  let total = 0;
  let cursor: string | null = null;
  do {
    const { status, body } = await api.call(
      'GET',
      `/api/tasks?view=group&limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    if (status !== 200) throw new Error(`GET /api/tasks: ${status}`);
    total += body.items.length;
    cursor = body.next;
  } while (cursor !== null);
  return total;
};

/** Opens cases until that many tasks are open, and waits until they are all listed. */
export const fillList = async (api: Api, wanted: number, limitMs: number): Promise<number> => {
  const end = performance.now() + limitMs;
  let missing = wanted - (await countOpen(api));
  const clerk = async (): Promise<void> => {
    while (missing > 0 && performance.now() < end) {
      missing -= 1;
      await openCase(api, { anliegen: 'DULDUNG', facts: {} });
    }
  };
  await Promise.all(Array.from({ length: 16 }, clerk));
  for (;;) {
    const listed = await countOpen(api);
    if (listed >= wanted || performance.now() > end) return listed;
    await pause(2_000);
  }
};

/** One reader, one page after the other. Milliseconds from sending the request to having read the answer. */
export const readList = async (api: Api, times: number): Promise<number[]> => {
  const samples: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    const { status } = await api.call('GET', '/api/tasks?view=group&limit=50');
    if (status !== 200) throw new Error(`GET /api/tasks: ${status}`);
    samples.push(performance.now() - started);
  }
  return samples;
};
