import { collectAnswers, listDueTimes } from '../authorities/index.ts';
import type { Deps } from '../deps.ts';
import { moveClock, readOffset } from '../embedded/index.ts';
import { countPending } from '../engine/outbox/index.ts';
import { isQuiet } from '../engine/records/index.ts';
import { nowOf } from '../platform/clock.ts';
import { asTold, waitUntilQuiet } from './wait-until-quiet.ts';

/** More stops would make a long jump tiresome; what is due after the last of them arrives together. */
const MOST_STOPS = 6;
/** Answers this close to one another arrive together. */
const TOGETHER_MS = 12 * 3_600_000;

/** The last moment of each bundle of answers, earliest first. */
const stopsOf = (due: readonly Date[]): number[] => {
  const stops: number[] = [];
  let begun = Number.NEGATIVE_INFINITY;
  for (const each of due.map((date) => date.getTime())) {
    if (each - begun <= TOGETHER_MS) stops[stops.length - 1] = each;
    else {
      stops.push(each);
      begun = each;
    }
  }
  return stops;
};

const isCalm = (deps: Deps) => async (): Promise<boolean> => (await countPending(deps.db)) === 0 && (await isQuiet(deps.db));

/**
 * Moves office and engine forward. On the way it stops wherever an authority answers and lets the office work on it: in one jump all timers would
 * fire before any answer had arrived. Gives whether all was quiet in the end.
 */
export const advanceClock = async (deps: Deps, aheadMs: number, signal: AbortSignal): Promise<boolean> => {
  const { clock, config, db } = deps;
  const target = clock.now().epochMilliseconds + aheadMs;
  // What somebody has just done reaches the engine within the second. In a jump of weeks it would come after its own deadline.
  await waitUntilQuiet(isCalm(deps), signal, asTold);
  const moveTo = (moment: number): Promise<void> =>
    moveClock({
      clockFile: config.clockFile,
      managementUrl: config.zeebeManagementUrl,
      offsetMs: readOffset(config.clockFile) + Math.max(0, moment - clock.now().epochMilliseconds),
    });
  for (let stops = 0; stops < MOST_STOPS && !signal.aborted; stops += 1) {
    const [next] = stopsOf(await listDueTimes(db, nowOf({ clock }), new Date(target)));
    if (next === undefined) break;
    await moveTo(next);
    await collectAnswers(deps);
    // An office that does not come to rest (an authority that is down) is not waited for at every stop.
    if (!(await waitUntilQuiet(isCalm(deps), signal))) break;
  }
  await moveTo(target);
  await collectAnswers(deps);
  return waitUntilQuiet(isCalm(deps), signal);
};
