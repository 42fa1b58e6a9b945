import type { Deps } from '../deps.ts';
import { auditAlone, auditRefusals } from '../platform/audit.ts';
import { Forbidden, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { listStaff } from '../staff/index.ts';
import { taskEntry } from './in-task.ts';
import { countHeld } from './list-store.ts';
import { fitsTask, taskSight } from './may-see-task.ts';
import { findTask, type TaskRow } from './store.ts';

export type Candidate = { account: string; name: string; openTasks: number };

const candidatesFor = async (deps: Pick<Deps, 'db'>, task: TaskRow): Promise<Candidate[]> => {
  const people = (await listStaff(deps.db)).filter((member) => fitsTask(member, task));
  const held = await countHeld(
    deps.db,
    people.map(({ account }) => account),
  );
  return people
    .map(({ account, name }) => ({ account, name, openTasks: held.get(account) ?? 0 }))
    .sort((a, b) => a.openTasks - b.openTasks || a.name.localeCompare(b.name, 'de'));
};

/** Whom the head may give a task to, those with the fewest open tasks first. */
export const listCandidates = (deps: Pick<Deps, 'db'>, user: User, taskId: string): Promise<Candidate[]> => {
  const entry = { actor: user.account, action: 'list candidates' };
  return auditRefusals(deps.db, { ...entry, object: `task ${taskId}` }, async () => {
    const task = await findTask(deps.db, taskId);
    if (!task || !taskSight(user, task).visible) throw new NotFound();
    if (!taskSight(user, task).mayAssign) throw new Forbidden('Zuweisen kann nur die Leitung des Sachgebiets.');
    await auditAlone(deps.db, taskEntry(task, { ...entry, outcome: 'done' }));
    return candidatesFor(deps, task);
  });
};
