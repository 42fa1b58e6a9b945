import type { QueryClient } from '@tanstack/preact-query';

/** Ids only; what they mean is read again. */
type Told = { caseId?: string; taskId?: string; section?: string };

const COALESCE_MS = 60;

/** Keys (see query-client.ts) that an event makes old. */
const keysOf = (kind: string, { caseId, taskId }: Told): string[][] => {
  if (kind === 'task') return [['tasks'], ...(taskId ? [['task', taskId]] : []), ...(caseId ? [['case', caseId]] : [])];
  if (kind === 'case') return [['cases'], ['tasks', 'counts'], ...(caseId ? [['case', caseId]] : [])];
  if (kind === 'models') return [['models']];
  return [];
};

/** Listens to what changes on the server and has the views concerned read again. Returns how to stop. */
export const followEvents = (client: QueryClient): (() => void) => {
  const source = new EventSource('/api/events');
  const waiting = new Map<string, string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const keys = [...waiting.values()];
    waiting.clear();
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  };
  const listen = (kind: string) => (event: Event) => {
    const told = JSON.parse((event as MessageEvent<string>).data) as Told;
    for (const key of keysOf(kind, told)) waiting.set(key.join('/'), key);
    timer ??= setTimeout(flush, COALESCE_MS);
  };
  for (const kind of ['task', 'case', 'models']) source.addEventListener(kind, listen(kind));
  source.addEventListener('resync', () => void client.invalidateQueries());
  return () => {
    clearTimeout(timer);
    source.close();
  };
};
