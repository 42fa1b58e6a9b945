import type { QueryClient } from '@tanstack/preact-query';
import { type Change, hearEvents } from './shared-events.ts';

/** Changes that come together are read once. The desk is a heavier look, and is noted down each time. */
const COALESCE_MS = 60;
const DESK_MS = 800;

/** Keys (see query-client.ts) that an event makes old. */
const keysOf = ({ kind, told: { caseId, taskId } }: Change): string[][] => {
  if (kind === 'task') return [['tasks'], ...(taskId ? [['task', taskId]] : []), ...(caseId ? [['case', caseId]] : [])];
  if (kind === 'case') return [['cases'], ['tasks', 'counts'], ...(caseId ? [['case', caseId]] : [])];
  if (kind === 'models') return [['models']];
  return [];
};

/** Listens to what changes on the server and has the views concerned read again. Returns how to stop. */
export const followEvents = (client: QueryClient, account: string): (() => void) => {
  const waiting = new Map<string, string[]>();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const flush = (): void => {
    const keys = [...waiting.values()];
    waiting.clear();
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  };
  const after = (ms: number, act: () => void): void => {
    if (timers.has(ms)) return;
    timers.set(
      ms,
      setTimeout(() => {
        timers.delete(ms);
        act();
      }, ms),
    );
  };
  const stop = hearEvents(account, (change) => {
    if (change.kind === 'resync') return void client.invalidateQueries();
    for (const key of keysOf(change)) waiting.set(key.join('/'), key);
    after(COALESCE_MS, flush);
    if (change.kind === 'task') after(DESK_MS, () => void client.invalidateQueries({ queryKey: ['desk'] }));
  });
  return () => {
    stop();
    for (const timer of timers.values()) clearTimeout(timer);
  };
};
