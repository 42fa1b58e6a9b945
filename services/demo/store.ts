import type { Reader, Transaction } from '../../db/connection.ts';

export type Seeded = { key: string; caseId: string | null; stepsDone: number };
export type OpenTask = {
  caseId: string;
  taskId: string;
  elementId: string;
  candidateGroups: string[];
  team: string | null;
  assignee: string | null;
};

const columns = { key: 'key', caseId: 'case_id', stepsDone: 'steps_done' } as const;

export const isEmptyOffice = async (db: Reader): Promise<boolean> => (await db('cases').first('case_id')) === undefined;

export const hasPlan = async (db: Reader): Promise<boolean> => (await db('demo_cases').first('key')) !== undefined;

export const insertPlan = async (trx: Transaction, keys: readonly string[]): Promise<void> => {
  await trx('demo_cases')
    .insert(keys.map((key) => ({ key })))
    .onConflict('key')
    .ignore();
};

export const listUnfinished = (db: Reader): Promise<Seeded[]> => db('demo_cases').select(columns).where('finished', false);

/** Held while one step is done: two starters never do it both. Undefined when somebody else has it. */
export const lockSeeded = (trx: Transaction, key: string): Promise<Seeded | undefined> =>
  trx('demo_cases').select(columns).where({ key, finished: false }).forUpdate().skipLocked().first();

export const updateSeeded = async (
  trx: Transaction,
  key: string,
  change: { caseId?: string; stepsDone?: number; finished?: boolean },
): Promise<void> => {
  await trx('demo_cases')
    .where({ key })
    .update({
      ...(change.caseId ? { case_id: change.caseId } : {}),
      ...(change.stepsDone === undefined ? {} : { steps_done: change.stepsDone }),
      ...(change.finished === undefined ? {} : { finished: change.finished }),
    });
};

type OpenWait = { caseId: string; kind: string; orderId: string | null };

/** What is open in these cases, what they wait for and whom they asked, what was sent, which of them have a section, are over. */
export const readOpen = async (
  db: Reader,
  caseIds: readonly string[],
): Promise<{ tasks: OpenTask[]; waits: OpenWait[]; letters: Set<string>; routed: Set<string>; closed: Set<string> }> => {
  const tasks = (await db('tasks')
    .select({
      caseId: 'case_id',
      taskId: 'task_id',
      elementId: 'element_id',
      candidateGroups: 'candidate_groups',
      team: 'team',
      assignee: 'assignee',
    })
    .whereIn('case_id', [...caseIds])
    .where('status', 'offen')) as OpenTask[];
  const waits = (await db('waits')
    .leftJoin('authority_orders', (join) =>
      join.on('authority_orders.warte_id', 'waits.warte_id').onNotNull('authority_orders.sent_at').onNull('authority_orders.answered_at'),
    )
    .whereIn('waits.case_id', [...caseIds])
    .whereNull('waits.ended_at')
    .select({ caseId: 'waits.case_id', kind: 'waits.kind', orderId: 'authority_orders.order_id' })) as OpenWait[];
  const letters = (await db('letters')
    .whereIn('case_id', [...caseIds])
    .select('case_id', 'type')) as { case_id: string; type: string }[];
  const cases = (await db('cases')
    .whereIn('case_id', [...caseIds])
    .select('case_id', 'section', 'closed_at')) as { case_id: string; section: string | null; closed_at: Date | null }[];
  const those = (condition: (row: (typeof cases)[number]) => boolean): Set<string> =>
    new Set(cases.filter(condition).map((row) => row.case_id));
  return {
    tasks,
    waits,
    letters: new Set(letters.map((row) => `${row.case_id}:${row.type}`)),
    routed: those((row) => row.section !== null),
    closed: those((row) => row.closed_at !== null),
  };
};

/** Lets what is open in a case of the demo have been due then: nobody moves the clock for it, so the dates move. */
export const setDue = async (trx: Transaction, caseId: string, at: Date): Promise<void> => {
  await trx('cases').where('case_id', caseId).update({ deadline: at });
  await trx('tasks').where({ case_id: caseId, status: 'offen' }).update({ due_at: at });
};

/** The same for what goes by the case's own deadline; a question or a letter has a day of its own. */
export const moveDue = async (trx: Transaction, caseId: string, { from, to }: { from: Date; to: Date }): Promise<void> => {
  await trx('cases').where('case_id', caseId).update({ deadline: to });
  await trx('tasks').where({ case_id: caseId, status: 'offen', due_at: from }).update({ due_at: to });
};

export const findDates = async (db: Reader, caseId: string): Promise<{ receivedAt: Date; deadline: Date | null }> =>
  db('cases').where('case_id', caseId).first({ receivedAt: 'received_at', deadline: 'deadline' });

/** Since when the open tasks lie on somebody's list. */
export const setListed = async (trx: Transaction, caseId: string, at: Date): Promise<void> => {
  await trx('tasks').where({ case_id: caseId, status: 'offen' }).update({ created_at: at });
};

export type Happened = { letters: number; waits: number; tasks: number };

/** All letters sent, waits ended and tasks made so far; hidden cases are in no figure. Two of these tell what happened between. */
export const countSoFar = async (db: Reader): Promise<Happened> => {
  const { rows } = await db.raw<{ rows: Happened[] }>(
    `select (select count(*)::int from letters join cases using (case_id) where not cases.hidden) as letters,
            (select count(*)::int from waits join cases using (case_id) where waits.ended_at is not null and not cases.hidden) as waits,
            (select count(*)::int from tasks join cases using (case_id) where not cases.hidden) as tasks`,
  );
  return rows[0] ?? { letters: 0, waits: 0, tasks: 0 };
};

export type NextDeadline = { at: Date; kind: string };

/** The nearest day on which something happens by itself: a wait ends, or somebody is reminded. Hidden cases have none. */
export const findNextDeadline = async (db: Reader, after: Date): Promise<NextDeadline | undefined> => {
  const { rows } = await db.raw<{ rows: NextDeadline[] }>(
    `select at, kind from (
       select waits.until as at, waits.kind from waits join cases using (case_id) where waits.ended_at is null and not cases.hidden
       union all
       select waits.remind_at, 'erinnerung' from waits join cases using (case_id)
         where waits.ended_at is null and waits.reminded_at is null and waits.remind_at is not null and not cases.hidden
     ) dates where at > ? order by at limit 1`,
    [after],
  );
  return rows[0];
};
