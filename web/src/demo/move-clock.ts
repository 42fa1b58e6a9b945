import type { ClockMoved } from '../../../services/demo/answers.ts';

/** Waiting for the engine to go quiet may take longer than any other call: this one has its own patience. */
const LIMIT_MS = 90_000;

/** Moves the office's clock; resolves when everything that follows has happened, or after a minute. */
export const moveClock = async (step: { add: string } | { to: string }): Promise<ClockMoved> => {
  const answer = await fetch('/api/demo/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lotse-csrf': '1' },
    body: JSON.stringify(step),
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as ClockMoved;
};
