import type { Deps } from '../deps.ts';
import type { Purpose } from '../office/index.ts';
import type { User } from '../platform/route.ts';
import { type ListedTask, listTasksFor } from './list-store.ts';
import { taskSight } from './may-see-task.ts';

/** Open tasks for any of these that this person holds or may take, due first. What they wrote themselves is not among them. */
export const listClaimable = async (deps: Pick<Deps, 'db'>, user: User, anyOf: readonly Purpose[]): Promise<ListedTask[]> =>
  (await listTasksFor(deps.db, user, anyOf)).filter((task) => taskSight(user, task).mayClaim);

export type HeldByOthers = { account: string; tasks: number };

/** Who else holds open tasks for any of these that this person sees, and how many, most first. */
export const countHeldByOthers = async (deps: Pick<Deps, 'db'>, user: User, anyOf: readonly Purpose[]): Promise<HeldByOthers[]> => {
  const held = (await listTasksFor(deps.db, user, anyOf, 'others')).filter((task) => taskSight(user, task).visible);
  const byAccount = Map.groupBy(held, (task) => task.assignee ?? '');
  return [...byAccount].map(([account, tasks]) => ({ account, tasks: tasks.length })).sort((a, b) => b.tasks - a.tasks);
};
