import type { Me } from '../../../services/portal/answers.ts';
import type { ListedTask } from '../../../services/tasks/answers.ts';
import { ApiFault } from './client.ts';
import { claimTask, readTask, readTasks } from './tasks.ts';

const TRIES = 8;
const NEVER_DUE = '9999';

const byUrgency =
  (account: string) =>
  (a: ListedTask, b: ListedTask): number =>
    a.priority - b.priority ||
    Number(b.assignee === account) - Number(a.assignee === account) ||
    (a.dueDate ?? NEVER_DUE).localeCompare(b.dueDate ?? NEVER_DUE);

/** A colleague was faster, a skill is missing, or it has gone meanwhile: the next one, then. */
export const isTaken = (fault: unknown): boolean => fault instanceof ApiFault && [403, 404, 409, 410].includes(fault.status);

/** A list shows what the group may see; whether this person may take it (skill, four eyes) the task itself says. */
const mayTake = async (taskId: string): Promise<boolean> => {
  try {
    return (await readTask(taskId)).may.includes('claim');
  } catch (fault) {
    if (isTaken(fault)) return false;
    throw fault;
  }
};

/** The most urgent task I hold or may take, as it lies there: nobody takes it by this. `besides`: what was just done or refused. */
export const findNextTask = async (me: Me, besides: ReadonlySet<string> = new Set()): Promise<ListedTask | undefined> => {
  const [mine, free] = await Promise.all([
    readTasks({ view: 'mine', sort: 'priority', limit: 2 }),
    readTasks({ view: 'group', only: 'unassigned', sort: 'priority', limit: TRIES }),
  ]);
  const candidates = [...mine.items, ...free.items].filter((task) => !besides.has(task.taskId)).sort(byUrgency(me.account));
  for (const task of candidates) if (task.assignee === me.account || (await mayTake(task.taskId))) return task;
  return undefined;
};

/** The same, taken, because the person asked for it. */
export const takeNextTask = async (me: Me): Promise<ListedTask | undefined> => {
  const refused = new Set<string>();
  for (;;) {
    const task = await findNextTask(me, refused);
    if (!task || task.assignee === me.account) return task;
    try {
      return await claimTask(task.taskId);
    } catch (fault) {
      if (!isTaken(fault)) throw fault;
      refused.add(task.taskId);
    }
  }
};
