import type { Deps } from '../deps.ts';
import type { User } from '../platform/route.ts';
import { type ListedTask, listTasksOfSteps } from './list-store.ts';
import { taskSight } from './may-see-task.ts';

/** Open tasks of these steps that this person holds or may take, due first. What they wrote themselves is not among them. */
export const listClaimable = async (deps: Pick<Deps, 'db'>, user: User, elementIds: readonly string[]): Promise<ListedTask[]> =>
  (await listTasksOfSteps(deps.db, user, elementIds)).filter((task) => taskSight(user, task).mayClaim);

export type HeldByOthers = { account: string; tasks: number };

/** Who else holds open tasks of these steps that this person sees, and how many, most first. */
export const countHeldByOthers = async (deps: Pick<Deps, 'db'>, user: User, elementIds: readonly string[]): Promise<HeldByOthers[]> => {
  const held = (await listTasksOfSteps(deps.db, user, elementIds, 'others')).filter((task) => taskSight(user, task).visible);
  const byAccount = Map.groupBy(held, (task) => task.assignee ?? '');
  return [...byAccount].map(([account, tasks]) => ({ account, tasks: tasks.length })).sort((a, b) => b.tasks - a.tasks);
};
