import { caseSummary } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { wordsOf } from '../legal/index.ts';
import type { User } from '../platform/route.ts';
import type { ListedTask as ListedAnswer, Task, TaskVerb } from './answers.ts';
import { fieldData, formOfTask } from './form-of-task.ts';
import { handOverTargets } from './hand-over-targets.ts';
import type { ListedTask, ShownTask } from './list-store.ts';
import { taskSight } from './may-see-task.ts';
import { NO_DUE_DATE, type TaskRow } from './store.ts';

const dueDate = (task: { dueAt: Date }): string | null => (task.dueAt.getTime() >= NO_DUE_DATE.getTime() ? null : task.dueAt.toISOString());

export const listedTask = (task: ListedTask): ListedAnswer => ({
  taskId: task.taskId,
  caseId: task.caseId,
  aktenzeichen: task.aktenzeichen,
  name: task.name,
  person: task.person,
  birthDate: task.birthDate,
  section: task.section,
  team: task.team,
  assignee: task.assignee,
  priority: task.priority,
  dueDate: dueDate(task),
  createdAt: task.createdAt.toISOString(),
});

/** What this person may do with the task right now, in the words of the API. */
const verbs = (user: User, task: TaskRow): TaskVerb[] => {
  if (task.status !== 'offen') return [];
  const sight = taskSight(user, task);
  const mine = task.assignee === user.account;
  const when = (holds: boolean, ...named: TaskVerb[]): TaskVerb[] => (holds ? named : []);
  return [
    ...when(task.assignee === null && sight.mayClaim, 'claim'),
    ...when(mine, 'complete', 'draft', 'release'),
    ...when(sight.mayAssign, 'assign'),
    ...when(sight.mayAssign && task.assignee !== null && !mine, 'release'),
    ...when(mine || sight.mayAssign || (task.assignee === null && sight.mayClaim), 'handover'),
  ];
};

/** The task as its screen needs it: form of the release it runs on, what is known, and what this person may do. */
export const taskView = async (deps: Pick<Deps, 'db' | 'releases'>, user: User, task: ShownTask): Promise<Task> => {
  const { form, documentation, properties, context, found, legal } = await formOfTask(deps.db, deps, task);
  const { anliegen, status, deadline } = caseSummary(found);
  const may = verbs(user, task);
  return {
    ...listedTask(task),
    status: task.status,
    elementId: task.elementId,
    purpose: task.purpose,
    processId: task.processId,
    // Whoever answers a question of another section may not be able to open its case.
    case: { anliegen, status, deadline },
    documentation,
    norm: properties.norm ?? null,
    legalValues: legal.values.map(({ key, label, wert, norm, stand, ...value }) => ({
      key,
      label,
      value: wert,
      words: wordsOf({ wert, ...value }),
      norm,
      stand,
      on: legal.on,
    })),
    form,
    data: fieldData(form, task.status === 'offen' ? context : { ...context, ...task.input }),
    draft: task.draft,
    may,
    handOverTo: may.includes('handover') ? handOverTargets(task) : [],
    completedBy: task.completedBy,
    completedAt: task.completedAt?.toISOString() ?? null,
  };
};
