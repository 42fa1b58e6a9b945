import { readOffset, writeOffset } from './clock-file.ts';

const call = async (url: string, init?: RequestInit): Promise<unknown> => {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};

/**
 * Brings Zeebe's clock to system time + offset. Zeebe forgets its shift when it restarts, and a call may have been lost,
 * so the difference is asked for and never assumed. Never moves it back; below a quarter second it is measuring noise.
 */
export const syncEngineClock = async (managementUrl: string, offsetMs: number): Promise<void> => {
  const asked = Date.now();
  const { epochMilli } = (await call(`${managementUrl}/actuator/clock`)) as { epochMilli: number };
  const behind = Math.round(offsetMs + (asked + Date.now()) / 2 - epochMilli);
  if (behind < 250) return;
  await call(`${managementUrl}/actuator/clock/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offsetMilli: behind }),
  });
};

/**
 * Sets how far the office is ahead of the system's time, ms. Callable from any process of the embedded default.
 * The office goes first: a timer that fires must not find an office that still lives in the day before.
 */
export const moveClock = async (options: { clockFile: string; managementUrl: string; offsetMs: number }): Promise<void> => {
  writeOffset(options.clockFile, options.offsetMs);
  await syncEngineClock(options.managementUrl, readOffset(options.clockFile));
};
