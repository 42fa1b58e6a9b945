import type { QueryClient, QueryFilters } from '@tanstack/preact-query';
import { type Change, hearEvents } from './shared-events.ts';

/** Changes that come together are read once. The desk is a heavier look, and is noted down each time. */
const COALESCE_MS = 60;
const DESK_MS = 800;

/** All that an event can make old. */
const FOLLOWED: readonly unknown[] = ['tasks', 'task', 'cases', 'case', 'models', 'desk'];
/** An editor has the text it was opened with; it is not read again behind the person's back. */
const KEPT = 'file';

/** Keys (see query-client.ts) that an event makes old. */
const keysOf = ({ kind, told: { caseId, taskId } }: Change): string[][] => {
  if (kind === 'task') return [['tasks'], ...(taskId ? [['task', taskId]] : []), ...(caseId ? [['case', caseId]] : [])];
  if (kind === 'case') return [['cases'], ['tasks', 'counts'], ...(caseId ? [['case', caseId]] : [])];
  if (kind === 'models') return [['models']];
  return [];
};

/**
 * Reads again what these queries hold. One that is being read is let through and read once more after that: stopped and begun anew, it would never
 * end while events come faster than a slow server answers.
 */
export const readerOf = (client: QueryClient) => {
  const again = new Set<string>();
  return (filters: QueryFilters): void => {
    const underWay = client.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' });
    void client.invalidateQueries(filters, { cancelRefetch: false });
    for (const query of underWay) {
      if (again.has(query.queryHash)) continue;
      again.add(query.queryHash);
      const once = (): void => {
        again.delete(query.queryHash);
        void client.invalidateQueries({ queryKey: query.queryKey, exact: true }, { cancelRefetch: false });
      };
      query.promise?.then(once, once);
    }
  };
};

/** Listens to what changes on the server and has the views concerned read again. Returns how to stop. */
export const followEvents = (client: QueryClient, account: string): (() => void) => {
  const readAgain = readerOf(client);
  const waiting = new Map<string, string[]>();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const flush = (): void => {
    const keys = [...waiting.values()];
    waiting.clear();
    for (const queryKey of keys) readAgain({ queryKey });
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
    if (change.kind === 'hello') return readAgain({ predicate: ({ queryKey }) => FOLLOWED.includes(queryKey[0]) });
    if (change.kind === 'resync') return readAgain({ predicate: ({ queryKey }) => queryKey[0] !== KEPT });
    for (const key of keysOf(change)) waiting.set(key.join('/'), key);
    after(COALESCE_MS, flush);
    if (change.kind === 'task') after(DESK_MS, () => readAgain({ queryKey: ['desk'] }));
  });
  return () => {
    stop();
    for (const timer of timers.values()) clearTimeout(timer);
  };
};
