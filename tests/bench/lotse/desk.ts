import { setTimeout as pause } from 'node:timers/promises';
import { createWaiting } from '../deferred.ts';
import type { Api } from './api.ts';

/** As many as are shown at once, and more than run at the same time. */
const page = 100;

type ListedTask = { taskId: string; caseId: string };

/** Reads again when told to, one read at a time, and not more often than every `gapMs`: what is asked meanwhile is answered by the next read. */
const createReader = (read: () => Promise<void>, gapMs: () => number) => {
  let wanted = false;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (wanted) {
      wanted = false;
      await read().catch((error: unknown) => console.error(`  a list could not be read: ${String(error)}`));
      await pause(gapMs());
    }
    running = false;
  };
  return (): void => {
    wanted = true;
    if (!running) void run();
  };
};

/**
 * A clerk's open page: an event says that something has changed, the view is read again, and only what stands in the view counts. Tasks are
 * those of `GET /api/tasks?view=group`, closed cases those of `GET /api/cases?status=abgeschlossen`.
 */
export const openDesk = async (api: Api) => {
  const tasks = createWaiting<string>('the next task');
  const closings = createWaiting<true>('the end');
  const seen = new Map<string, Set<string>>();
  const heard = new Set<string>();
  let gap = 0;

  const list = async (path: string): Promise<never[]> => {
    const { status, body } = await api.call('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status}`);
    return body.items as never[];
  };
  const readTasks = createReader(
    async () => {
      for (const { caseId, taskId } of (await list(`/api/tasks?view=group&sort=-createdAt&limit=${page}`)) as ListedTask[]) {
        if (!tasks.has(caseId) || seen.get(caseId)?.has(taskId)) continue;
        seen.set(caseId, (seen.get(caseId) ?? new Set()).add(taskId));
        tasks.settle(caseId, taskId);
      }
    },
    () => gap,
  );
  const readClosed = createReader(
    async () => {
      for (const { caseId } of (await list(`/api/cases?status=abgeschlossen&limit=${page}`)) as { caseId: string }[])
        closings.settle(caseId, true);
    },
    () => gap,
  );
  await api.listen((name, { caseId = '' }) => {
    if (name === 'task' && tasks.has(caseId)) readTasks();
    else if (name === 'task') heard.add(caseId);
    if (name === 'case' && closings.has(caseId)) readClosed();
  });
  const lookAt = async (caseId: string): Promise<void> => {
    const { body } = await api.call('GET', `/api/cases/${caseId}`);
    if (body?.status === 'abgeschlossen') closings.settle(caseId, true);
  };
  // An event may be lost with a connection, and a case that took long may have left the first page of the closed ones.
  const backstop = setInterval(() => {
    if (tasks.size() > 0) readTasks();
    if (closings.size() > 0) readClosed();
    for (const caseId of closings.longerThan(5_000)) void lookAt(caseId).catch(() => undefined);
    if (heard.size > 100_000) heard.clear();
  }, 1_000);

  return {
    /** The pause between two reads of a list; many clerks at once don't need the list after every single event. */
    setGap: (ms: number): void => {
      gap = ms;
    },
    nextTask: (caseId: string): Promise<string> => {
      const found = tasks.for(caseId);
      if (heard.delete(caseId)) readTasks();
      return found;
    },
    closed: (caseId: string): Promise<true> => closings.for(caseId),
    forget: (caseId: string): void => {
      seen.delete(caseId);
      heard.delete(caseId);
    },
    close: (): void => {
      clearInterval(backstop);
      api.close();
    },
  };
};

export type Desk = Awaited<ReturnType<typeof openDesk>>;
