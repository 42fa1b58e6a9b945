import { ApiFault } from '../api/client.ts';
import type { Me } from '../api/me.ts';
import { claimTask, type ListedTask, readTasks } from '../api/tasks.ts';

const TRIES = 8;
const NEVER_DUE = '9999';

const byUrgency =
  (account: string) =>
  (a: ListedTask, b: ListedTask): number =>
    a.priority - b.priority ||
    Number(b.assignee === account) - Number(a.assignee === account) ||
    (a.dueDate ?? NEVER_DUE).localeCompare(b.dueDate ?? NEVER_DUE);

/** A colleague was faster, a skill is missing, or it has gone meanwhile: the next one, then. */
const isTaken = (fault: unknown): boolean => fault instanceof ApiFault && [403, 404, 409, 410].includes(fault.status);

/** The most urgent task I hold or may take, taken; undefined if there is none. `besides`: the one just done. */
export const takeNextTask = async (me: Me, besides?: string): Promise<ListedTask | undefined> => {
  const [mine, free] = await Promise.all([
    readTasks({ view: 'mine', sort: 'priority', limit: 2 }),
    readTasks({ view: 'group', only: 'unassigned', sort: 'priority', limit: TRIES }),
  ]);
  const candidates = [...mine.items, ...free.items].filter((task) => task.taskId !== besides).sort(byUrgency(me.account));
  for (const task of candidates) {
    if (task.assignee === me.account) return task;
    try {
      return await claimTask(task.taskId);
    } catch (fault) {
      if (!isTaken(fault)) throw fault;
    }
  }
  return undefined;
};
