import { setTimeout as pause } from 'node:timers/promises';

const STEP_MS = 150;
/** How long the check has to hold, and how long that is waited for. Milliseconds. */
type Patience = { calmMs: number; limitMs: number };

/** The exporter delivers once a second: what has been told to the engine shows in its records by then. */
export const asTold: Patience = { calmMs: 1_200, limitMs: 10_000 };
/** What a timer has set off shows, too. */
const asDone: Patience = { calmMs: 2_500, limitMs: 60_000 };

/** Waits until the check has held without a break for longer than the exporter takes. False if it never did within the limit. */
export const waitUntilQuiet = async (
  isCalm: () => Promise<boolean>,
  signal: AbortSignal,
  { calmMs, limitMs } = asDone,
): Promise<boolean> => {
  const deadline = performance.now() + limitMs;
  let calmSince: number | undefined;
  while (performance.now() < deadline && !signal.aborted) {
    if (!(await isCalm())) calmSince = undefined;
    else calmSince ??= performance.now();
    if (calmSince !== undefined && performance.now() - calmSince >= calmMs) return true;
    await pause(STEP_MS);
  }
  return false;
};
