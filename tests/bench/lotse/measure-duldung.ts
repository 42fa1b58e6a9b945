import { auflagen, ausgehaendigt, grund, papersComplete } from '../../support/duldung.ts';
import { type Load, saturate, stream } from '../load.ts';
import type { Options } from '../options.ts';
import { type Matter, runCase } from './run-case.ts';
import type { Office } from './start-office.ts';

const steadyRate = 2;
const limitMs = 5 * 60_000;

/** The shortest way through a real process: papers complete, ground found, granted, handed out. Four tasks, 14 service steps and tables. */
const duldung = (): Matter => {
  const today = Temporal.Now.plainDateISO('Europe/Berlin');
  return {
    anliegen: 'DULDUNG',
    facts: { schutzstatus: 'DULDUNG' },
    forms: [papersComplete, grund, auflagen(today.add({ months: 3 }).toString()), ausgehaendigt(today.toString())],
  };
};

export const measureDuldung = async (
  { counter, clerk, desk }: Office,
  options: Options,
  crowdGapMs: number,
  say: (line: string) => void,
): Promise<{ saturated: Load; steady: Load; perSecond: number }> => {
  const one = () => runCase(counter, clerk, desk, duldung());
  const { concurrency, duldungCases: cases } = options;
  desk.setGap(crowdGapMs);
  await saturate({ runCase: one, cases: Math.min(cases, options.warmUp), concurrency, limitMs });
  const saturated = await saturate({ runCase: one, cases, concurrency, limitMs });
  say(`  duldung, as fast as it goes: ${saturated.perSecond.toFixed(1)} cases/s`);
  desk.setGap(0);
  const steady = await stream({ runCase: one, perSecond: steadyRate, seconds: options.seconds });
  return { saturated, steady, perSecond: steadyRate };
};
