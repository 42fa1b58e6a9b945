import { setTimeout as pause } from 'node:timers/promises';

/** What one case took: from opening to its first task in the list, and per completed task to the next step. Milliseconds. */
export type CaseTimes = { listed: number; next: number[] };
export type RunCase = () => Promise<CaseTimes>;

export type Load = { times: CaseTimes[]; faults: number; seconds: number; perSecond: number };

/** A system that is broken is not measured to the end. */
const mostFaults = 20;

const collector = (runCase: RunCase) => {
  const times: CaseTimes[] = [];
  let faults = 0;
  const started = performance.now();
  return {
    one: async (): Promise<void> => {
      try {
        times.push(await runCase());
      } catch (error) {
        faults += 1;
        if (faults <= 3) console.error(`  a case failed: ${(error as Error).message}`);
        if (faults > mostFaults) throw new Error(`more than ${mostFaults} cases failed`, { cause: error });
      }
    },
    result: (): Load => {
      const seconds = (performance.now() - started) / 1000;
      return { times, faults, seconds, perSecond: times.length / seconds };
    },
  };
};

/** As fast as it goes: so many clerks at once, each begins a case when its last one is done. Ends after `cases`, or after the limit with fewer. */
export const saturate = async (options: { runCase: RunCase; cases: number; concurrency: number; limitMs: number }): Promise<Load> => {
  const { one, result } = collector(options.runCase);
  const end = performance.now() + options.limitMs;
  let begun = 0;
  const clerk = async (): Promise<void> => {
    while (begun < options.cases && performance.now() < end) {
      begun += 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, clerk));
  return result();
};

/** A steady stream: the next case begins when its time has come, whether the last is done or not, so that a slow answer delays nobody's clock. */
export const stream = async (options: { runCase: RunCase; perSecond: number; seconds: number }): Promise<Load> => {
  const { one, result } = collector(options.runCase);
  const started = performance.now();
  const running: Promise<void>[] = [];
  for (let index = 0; index < options.perSecond * options.seconds; index += 1) {
    const wait = started + (index * 1000) / options.perSecond - performance.now();
    if (wait > 0) await pause(wait);
    running.push(one());
  }
  await Promise.all(running);
  return result();
};
