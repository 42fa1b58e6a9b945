import { randomUUID } from 'node:crypto';
import Joi from 'joi';
import type { Database } from '../../../db/connection.ts';
import { openCase } from '../../../services/caselife/index.ts';
import { addHistory, mergeFacts, taskDoneKey } from '../../../services/cases/index.ts';
import type { Deps } from '../../../services/deps.ts';
import { createCommands } from '../../../services/engine/commands.ts';
import type { AnyWorker, Job } from '../../../services/engine/define-worker.ts';
import { findUndeclared, undeclaredSentence } from '../../../services/engine/variables.ts';
import { fixedClock } from '../../../services/platform/clock.ts';
import { readConfig } from '../../../services/platform/config.ts';
import { createLog } from '../../../services/platform/log.ts';
import type { AnyRoute, User } from '../../../services/platform/route.ts';
import { createServer } from '../../../services/platform/server.ts';
import { seedStaff } from '../../../services/staff/index.ts';
import { insertWait } from '../../../services/waits/waits-store.ts';
import { cloneDatabase } from '../../support/database.ts';
import { stepProperties } from '../../support/step-properties.ts';

export type TestDeps = Deps & { stopAt(instant: string): void };

/** Everything letters and documents need, without an engine: commands stay in the outbox, where tests look at them. */
export const openOffice = async () => {
  const { db, drop } = await cloneDatabase();
  const state = { clock: fixedClock('2026-06-08T08:00:00Z') };
  const deps = {
    db,
    config: { ...readConfig({}), demo: true },
    log: createLog({ level: 'silent', name: 'test' }),
    get clock() {
      return state.clock;
    },
    commands: createCommands(),
    stopAt: (instant: string) => {
      state.clock = fixedClock(instant);
    },
  } as unknown as TestDeps;
  await seedStaff(db, [staff('sb-sg4', 'sb-sg4'), staff('rsb-sg4', 'rsb-sg4'), staff('svc', 'svc'), staff('sicherheit', 'sicherheit')]);
  return { db, deps, drop };
};

const staff = (account: string, ...groups: string[]): User => ({ account, name: account, groups, teams: [], skills: [], applicant: false });

export const users: Record<string, User> = Object.fromEntries(
  [
    staff('sb-sg4', 'sb-sg4'),
    staff('sb-sg1', 'sb-sg1'),
    staff('rsb-sg4', 'rsb-sg4'),
    staff('svc', 'svc'),
    staff('tel', 'tel'),
    staff('sicherheit', 'sicherheit'),
    ...['antragsteller', 'antragsteller-2'].map((account) => ({ ...staff(account, 'antragsteller'), applicant: true })),
  ].map((user) => [user.account, user]),
);

type CaseOptions = {
  by?: string;
  anliegen?: string;
  email?: string;
  section?: string;
  familienname?: string;
  facts?: Record<string, unknown>;
};

/** A routed Duldung of the applicant's own account, unless said otherwise. */
export const aCase = async (deps: TestDeps, options: CaseOptions = {}): Promise<{ caseId: string; aktenzeichen: string }> => {
  const familienname = options.familienname ?? `Nasser ${randomUUID().slice(0, 8)}`;
  const opened = await openCase(deps, {
    anliegen: options.anliegen ?? 'DULDUNG',
    applicant: {
      familienname,
      vornamen: 'Amira',
      geburtsdatum: '1990-01-01',
      staatsangehoerigkeiten: ['ungeklärt'],
      ...(options.email === '' ? { telefon: '0721 1330' } : { email: options.email ?? 'amira@example.org' }),
    },
    facts: {},
    openedBy: options.by ?? 'antragsteller',
  });
  await deps
    .db('cases')
    .where('case_id', opened.caseId)
    .update({ section: options.section ?? 'SG4', role: 'sb-sg4' });
  if (options.facts) await deps.db.transaction((trx) => mergeFacts(trx, opened.caseId, options.facts ?? {}));
  return opened;
};

export const aWait = async (deps: TestDeps, caseId: string, expected: string[], until = '2026-06-29T21:59:59Z'): Promise<string> => {
  const warteId = randomUUID();
  await deps.db.transaction((trx) =>
    insertWait(trx, {
      warteId,
      caseId,
      elementId: 'serviceTask_WartenBeginnen',
      processInstanceKey: '1',
      jobKey: randomUUID(),
      kind: 'unterlagen',
      until: new Date(until),
      reminderDays: 7,
      remindAt: null,
      expected,
      begunAt: new Date(deps.clock.now().epochMilliseconds),
    }),
  );
  return warteId;
};

/** As if `by` had completed the task: the line of the history, and where the step decides, the task itself. */
export const taskDone = async (deps: TestDeps, caseId: string, elementId: string, by: string): Promise<void> => {
  const taskId = stepProperties(elementId).verfasst ? await aTask(deps.db, caseId, elementId, 'erledigt') : randomUUID();
  await deps.db.transaction((trx) =>
    addHistory(trx, {
      caseId,
      at: new Date(deps.clock.now().epochMilliseconds),
      text: 'erledigt',
      elementId,
      by,
      lineKey: taskDoneKey(taskId),
    }),
  );
};

/** As if `by` had checked the newest draft: line of the history and the task with its answer. */
export const checked = async (deps: TestDeps, caseId: string, by: string, zeichnung = 'FREIGEBEN'): Promise<void> => {
  await taskDone(deps, caseId, 'userTask_BescheidZeichnen', by);
  const taskId = await aTask(deps.db, caseId, 'userTask_BescheidZeichnen', 'erledigt');
  const newest = (await deps.db('bescheide').where('case_id', caseId).orderBy('draft_number', 'desc').first('bescheid_id')) as {
    bescheid_id: string;
  };
  const at = new Date(deps.clock.now().epochMilliseconds);
  const variables = JSON.stringify({ bescheidId: newest.bescheid_id });
  await deps
    .db('tasks')
    .where('task_id', taskId)
    .update({ input: JSON.stringify({ zeichnung }), completed_by: by, completed_at: at, created_at: at, variables });
};

/** A row on the list, as the engine's job would have made it. */
export const aTask = async (db: Database, caseId: string, elementId: string, status: string): Promise<string> => {
  const rows = (await db('tasks')
    .insert({
      job_key: randomUUID(),
      case_id: caseId,
      process_instance_key: '1',
      element_instance_key: '1',
      engine_process_id: 'x',
      process_id: 'x',
      element_id: elementId,
      ...stepProperties(elementId),
      name: elementId,
      candidate_groups: [],
      status,
      created_at: new Date('2026-06-08T08:00:00Z'),
      definition_key: '1',
      due_at: new Date('2026-06-15T21:59:59Z'),
    })
    .returning('task_id')) as { task_id: string }[];
  return rows[0]?.task_id ?? '';
};

/** Runs a worker as the runtime does: variables checked, then the handler. */
export const runWorker = async (
  worker: AnyWorker,
  deps: TestDeps,
  variables: Record<string, unknown>,
  key: string = randomUUID(),
  at: { elementInstanceKey?: string } = {},
): Promise<Record<string, unknown>> => {
  const job = {
    key,
    ...at,
    elementId: 'serviceTask_Probe',
    processInstanceKey: '1',
    variables: Joi.attempt(variables, Joi.object(worker.input), { stripUnknown: true }),
  };
  const result = (await worker.handle(job as unknown as Job<never>, deps)) as Record<string, unknown>;
  const undeclared = findUndeclared(worker.output ?? {}, result);
  if (undeclared.length > 0) throw new Error(undeclaredSentence(undeclared));
  return result;
};

/** Commands waiting in the outbox that speak of this case or letter. */
export const outbox = async (db: Database, name: string, contains: string): Promise<Record<string, unknown>[]> => {
  const { rows } = (await db.raw(
    `select jobs.payload from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
     where tasks.identifier = ? and jobs.payload::text like ? order by jobs.id`,
    [name, `%${contains}%`],
  )) as { rows: { payload: { payload: Record<string, unknown> } }[] };
  return rows.map((row) => row.payload.payload);
};

export const history = async (db: Database, caseId: string): Promise<string[]> =>
  (await db('case_history').where('case_id', caseId).orderBy('history_id').select('text')).map((row: { text: string }) => row.text);

/** The real server around some routes; `authorization` names the account. */
export const serve = (deps: TestDeps, ...routes: AnyRoute<Deps>[]) =>
  createServer<Deps>({
    deps,
    routes,
    config: deps.config,
    log: deps.log,
    health: {},
    version: 'test',
    signIn: { identify: async ({ headers }) => users[headers.authorization ?? ''], routes: [] },
  });
