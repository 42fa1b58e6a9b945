import { setTimeout as pause } from 'node:timers/promises';

const STEP_MS = 150;
/** The exporter delivers once a second; what a timer has set off shows in its records by then. */
const CALM_MS = 2_500;
const LIMIT_MS = 60_000;

/** Waits until the check has held without a break for longer than the exporter takes. False if it never did within a minute. */
export const waitUntilQuiet = async (isCalm: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> => {
  const deadline = performance.now() + LIMIT_MS;
  let calmSince: number | undefined;
  while (performance.now() < deadline && !signal.aborted) {
    if (!(await isCalm())) calmSince = undefined;
    else calmSince ??= performance.now();
    if (calmSince !== undefined && performance.now() - calmSince >= CALM_MS) return true;
    await pause(STEP_MS);
  }
  return false;
};
