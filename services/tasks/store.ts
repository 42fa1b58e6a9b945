import { ask, prepare, prepareNamed } from '../../db/ask.ts';
import type { Reader, Transaction } from '../../db/connection.ts';
import { listOf, part, selected } from '../../db/parts.ts';
import { taskDoneKey } from '../cases/index.ts';
import type { Purpose } from '../office/index.ts';

export type TaskStatus = 'offen' | 'wird-verarbeitet' | 'erledigt' | 'entfallen';

export type TaskRow = {
  taskId: string;
  jobKey: string;
  caseId: string;
  processInstanceKey: string;
  elementInstanceKey: string;
  engineProcessId: string;
  definitionKey: string;
  processId: string;
  elementId: string;
  /** What the step is for, if the program knows it (services/office/purposes.ts). */
  purpose: Purpose | null;
  /** Whoever completes it has decided: they wrote what a second pair of eyes reads. */
  verfasst: boolean;
  name: string;
  section: string | null;
  team: string | null;
  candidateGroups: string[];
  skill: string | null;
  excluded: string[];
  hidden: boolean;
  assignee: string | null;
  priority: number;
  dueAt: Date;
  status: TaskStatus;
  variables: Record<string, unknown>;
  draft: Record<string, unknown> | null;
  input: Record<string, unknown> | null;
  handovers: number;
  createdAt: Date;
  completedAt: Date | null;
  completedBy: string | null;
};

export const NO_DUE_DATE = new Date('9999-12-31T00:00:00Z');

export const taskColumns = {
  taskId: 'tasks.task_id',
  jobKey: 'tasks.job_key',
  caseId: 'tasks.case_id',
  processInstanceKey: 'tasks.process_instance_key',
  elementInstanceKey: 'tasks.element_instance_key',
  engineProcessId: 'tasks.engine_process_id',
  definitionKey: 'tasks.definition_key',
  processId: 'tasks.process_id',
  elementId: 'tasks.element_id',
  purpose: 'tasks.purpose',
  verfasst: 'tasks.verfasst',
  name: 'tasks.name',
  section: 'tasks.section',
  team: 'tasks.team',
  candidateGroups: 'tasks.candidate_groups',
  skill: 'tasks.skill',
  excluded: 'tasks.excluded',
  hidden: 'tasks.hidden',
  assignee: 'tasks.assignee',
  priority: 'tasks.priority',
  dueAt: 'tasks.due_at',
  status: 'tasks.status',
  variables: 'tasks.variables',
  draft: 'tasks.draft',
  input: 'tasks.input',
  handovers: 'tasks.handovers',
  createdAt: 'tasks.created_at',
  completedAt: 'tasks.completed_at',
  completedBy: 'tasks.completed_by',
} as const;

const byId = prepare(`select ${selected(taskColumns)} from tasks where task_id = $1`);

export const findTask = async (db: Reader, taskId: string): Promise<TaskRow | undefined> => (await ask<TaskRow>(db, byId, [taskId]))[0];

export const tasksOfCase = part<TaskRow>(`select ${selected(taskColumns)} from tasks where case_id = $1 order by created_at`, [
  'dueAt',
  'createdAt',
  'completedAt',
]);

export const listCaseTasks = listOf(tasksOfCase);

export type NewTask = Pick<
  TaskRow,
  | 'taskId'
  | 'jobKey'
  | 'caseId'
  | 'processInstanceKey'
  | 'elementInstanceKey'
  | 'engineProcessId'
  | 'definitionKey'
  | 'processId'
  | 'elementId'
  | 'purpose'
  | 'verfasst'
  | 'name'
  | 'section'
  | 'team'
  | 'candidateGroups'
  | 'skill'
  | 'excluded'
  | 'hidden'
  | 'assignee'
  | 'priority'
  | 'dueAt'
  | 'variables'
  | 'createdAt'
>;

const insertTask = prepareNamed(
  `with stored as (
     insert into tasks (task_id, job_key, case_id, process_instance_key, element_instance_key, engine_process_id, definition_key, process_id, element_id,
       purpose, verfasst, name, section, team, candidate_groups, skill, excluded, hidden, assignee, priority, due_at, variables, created_at)
     values (:taskId, :jobKey, :caseId, :processInstanceKey, :elementInstanceKey, :engineProcessId, :definitionKey, :processId, :elementId,
       :purpose, :verfasst, :name, :section, :team, :candidateGroups, :skill, :excluded, :hidden, :assignee, :priority, :dueAt, :variables, :createdAt)
     on conflict (job_key) do update set
       variables = case when tasks.variables = '{}' then excluded.variables else tasks.variables end,
       excluded = array(select distinct unnest(tasks.excluded || excluded.excluded))
     returning xmax = 0 as fresh
   )
   select pg_notify(:channel, :event) from stored where fresh`,
);

/**
 * Stores a task once per job and tells of it if it is new, in one statement: `told` is what is said then. Variables that came later (the record stream knows
 * none) fill an empty set, and whom they leave out is not known to the record stream either.
 */
export const storeTask = async (trx: Transaction, task: NewTask, told: { channel: string; event: string }): Promise<void> => {
  await insertTask(trx, { ...task, variables: JSON.stringify(task.variables), ...told });
};

const endTask = prepareNamed(
  `with ended as (
     update tasks set status = :status, input = case when :status = 'entfallen' then coalesce(input, draft) else input end
      where job_key = :jobKey and status not in ('erledigt', 'entfallen') returning *
   ), line as (
     insert into case_history (case_id, at, text, element_id, by, line_key)
     select case_id, :at, format('„%s“ ist entfallen%s', name, case when input is null then '' else '; die Eingaben sind aufbewahrt' end), element_id,
            'Lotse', 'task-gone:' || task_id
       from ended where status = 'entfallen'
     on conflict (case_id, line_key) do nothing
   )
   select pg_notify(:channel, json_strip_nulls(json_build_object('kind', 'task', 'taskId', task_id, 'caseId', case_id, 'hidden', hidden,
            'groups', candidate_groups, 'section', section, 'account', assignee))::text) from ended`,
);

/**
 * The engine's last word on a job, once: its task is over and everybody is told (as by notifyTask). What a person had entered into one that is gone stays
 * with it, and the case's history says so. One statement, because every step of every case ends so.
 */
export const endTaskOfJob = async (
  db: Reader,
  end: { jobKey: string; status: 'erledigt' | 'entfallen'; at: Date; channel: string },
): Promise<void> => {
  await endTask(db, end);
};

const updatable = {
  assignee: 'assignee',
  status: 'status',
  section: 'section',
  team: 'team',
  candidateGroups: 'candidate_groups',
  handovers: 'handovers',
  completedAt: 'completed_at',
  completedBy: 'completed_by',
} as const;

export type TaskChange = Partial<Pick<TaskRow, keyof typeof updatable>> & {
  draft?: Record<string, unknown> | null;
  input?: Record<string, unknown>;
};

export const updateTask = async (trx: Transaction, taskId: string, change: TaskChange): Promise<void> => {
  const values: Record<string, unknown> = {};
  for (const [key, column] of Object.entries(updatable)) {
    if (key in change) values[column] = change[key as keyof TaskChange];
  }
  if (change.draft !== undefined) values.draft = change.draft === null ? null : JSON.stringify(change.draft);
  if (change.input) values.input = JSON.stringify(change.input);
  await trx('tasks').where('task_id', taskId).update(values);
};

export type AssignmentKind = 'claim' | 'release' | 'assign' | 'handover';

export type Assignment = { at: Date; by: string; kind: AssignmentKind; from: string | null; to: string | null; reason: string | undefined };

const reassign = prepare(
  `with moved as (update tasks set assignee = $2, candidate_groups = $3, team = $4, handovers = $5 where task_id = $1)
   insert into task_assignments (task_id, at, by, kind, from_account, to_account, reason) values ($1, $6, $7, $8, $9, $10, $11)`,
);

/** Whose the task is from now on, and the line that says who made it so. */
export const storeAssignment = async (trx: Transaction, task: TaskRow, line: Assignment): Promise<void> => {
  const { taskId, assignee, candidateGroups, team, handovers } = task;
  const { at, by, kind, from, to, reason = null } = line;
  await ask(trx, reassign, [taskId, assignee, candidateGroups, team, handovers, at, by, kind, from, to, reason]);
};

const complete = prepare(
  `update tasks set status = 'wird-verarbeitet', input = $2, completed_at = $3, completed_by = $4, draft = null where task_id = $1`,
);

/** Done by somebody; the engine does not have it yet. */
export const storeCompletion = async (
  trx: Transaction,
  { taskId, input, completedAt, completedBy }: Pick<TaskRow, 'taskId' | 'input' | 'completedAt' | 'completedBy'>,
): Promise<void> => {
  await ask(trx, complete, [taskId, JSON.stringify(input), completedAt, completedBy]);
};

/** Since when somebody holds a task. */
export const lastAssignedAt = async (db: Reader, taskId: string): Promise<Date | undefined> => {
  const row = (await db('task_assignments').where('task_id', taskId).orderBy('assignment_id', 'desc').select('at').first()) as
    | { at: Date }
    | undefined;
  return row?.at;
};

/** Whether a step is still to come, open, or over: has the case had such a task, and is one open now? */
export const purposeState = async (db: Reader, caseId: string, anyOf: readonly Purpose[]): Promise<'kommt-noch' | 'offen' | 'vorbei'> => {
  const rows = (await db('tasks')
    .where('case_id', caseId)
    .whereIn('purpose', [...anyOf])
    .select('status')) as { status: TaskStatus }[];
  if (rows.length === 0) return 'kommt-noch';
  return rows.some((row) => row.status === 'offen') ? 'offen' : 'vorbei';
};

/** How the tasks of these jobs stand; jobs without a task are left out. */
export const listTasksOfJobs = async (
  db: Reader,
  jobKeys: readonly string[],
): Promise<{ jobKey: string; status: TaskRow['status']; purpose: Purpose | null }[]> => {
  if (jobKeys.length === 0) return [];
  const { rows } = await db.raw('select job_key as "jobKey", status, purpose from tasks where job_key = any(?::text[])', [[...jobKeys]]);
  return rows as {
    jobKey: string;
    status: TaskRow['status'];
    purpose: Purpose | null;
  }[];
};

export type DoneTask = {
  taskId: string;
  completedBy: string;
  completedAt: Date;
  createdAt: Date;
  input: Record<string, unknown>;
  variables: Record<string, unknown>;
};

/** What people have said at steps for this in a case, in the order they said it. */
export const listDone = (db: Reader, caseId: string, purpose: Purpose): Promise<DoneTask[]> =>
  db('tasks')
    .where({ case_id: caseId, purpose })
    .whereIn('status', ['wird-verarbeitet', 'erledigt'])
    .whereNotNull('completed_by')
    .whereNotNull('input')
    .orderBy(['completed_at', 'task_id'])
    .select({
      taskId: 'task_id',
      completedBy: 'completed_by',
      completedAt: 'completed_at',
      createdAt: 'created_at',
      input: 'input',
      variables: 'variables',
    });

/**
 * Who has decided in this case: at each step that decides (`verfasst = ja`) whoever did it last, the newest first. The history gives the order; the
 * office's clock may stand still between two steps.
 */
export const listAuthors = async (db: Reader, caseId: string): Promise<string[]> => {
  const lines = (await db('case_history')
    .join('tasks', 'case_history.line_key', db.raw('? || tasks.task_id', [taskDoneKey('')]))
    .where({ 'case_history.case_id': caseId, 'tasks.case_id': caseId, 'tasks.verfasst': true })
    .whereNot('tasks.status', 'entfallen')
    .orderBy('case_history.history_id', 'desc')
    .select({ by: 'case_history.by', elementId: 'tasks.element_id' })) as { by: string; elementId: string }[];
  const last = new Map<string, string>();
  for (const { elementId, by } of lines) if (!last.has(elementId)) last.set(elementId, by);
  return [...new Set(last.values())];
};
