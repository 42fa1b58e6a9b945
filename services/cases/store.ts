import { ask, prepare } from '../../db/ask.ts';
import type { Reader, Transaction } from '../../db/connection.ts';
import { part, selected } from '../../db/parts.ts';

export type Routing = {
  section: string;
  team: string;
  role: string;
  process: string;
  /** Variables the table was asked with. */
  inputs: Record<string, unknown>;
  reason: string;
};

export type CaseStatus = 'neu' | 'in-bearbeitung' | 'wartet' | 'abgeschlossen' | 'zurueckgenommen';

export type CaseRow = {
  caseId: string;
  aktenzeichen: string;
  personId: string;
  anliegen: string;
  hidden: boolean;
  status: CaseStatus;
  openIncidents: number;
  outcome: string | null;
  section: string | null;
  team: string | null;
  role: string | null;
  process: string | null;
  release: number | null;
  priority: number | null;
  deadline: Date | null;
  clerk: string | null;
  routing: Routing | null;
  receivedAt: Date;
  fiktion: { wirkung: string; norm: string; bescheinigung?: string } | null;
  facts: Record<string, unknown>;
  /** The applicant's details as this application gave them, whatever is known of the person now. */
  stated: Record<string, unknown>;
  createdBy: string;
  renewalOf: string | null;
  rootInstanceKey: string | null;
  createdAt: Date;
  closedAt: Date | null;
};

const columns = {
  caseId: 'cases.case_id',
  aktenzeichen: 'cases.aktenzeichen',
  personId: 'cases.person_id',
  anliegen: 'cases.anliegen',
  hidden: 'cases.hidden',
  status: 'cases.status',
  openIncidents: 'cases.open_incidents',
  outcome: 'cases.outcome',
  section: 'cases.section',
  team: 'cases.team',
  role: 'cases.role',
  process: 'cases.process',
  release: 'cases.release',
  priority: 'cases.priority',
  deadline: 'cases.deadline',
  clerk: 'cases.clerk',
  routing: 'cases.routing',
  receivedAt: 'cases.received_at',
  fiktion: 'cases.fiktion',
  facts: 'cases.facts',
  stated: 'cases.stated',
  createdBy: 'cases.created_by',
  renewalOf: 'cases.renewal_of',
  rootInstanceKey: 'cases.root_instance_key',
  createdAt: 'cases.created_at',
  closedAt: 'cases.closed_at',
} as const;

const times = ['deadline', 'receivedAt', 'createdAt', 'closedAt'] as const;

/** The row of `cases` that the query around it is at. */
export const caseAtHand = part<CaseRow>(`select ${selected(columns)}`, times);

export const selectCases = (db: Reader) => db('cases').select(columns);

/** What a list shows of a case, and what rights look at. What an application says stays out: it would be most of a page, and nobody reads it there. */
export type CaseInList = Omit<CaseRow, 'role' | 'clerk' | 'routing' | 'fiktion' | 'facts' | 'stated' | 'renewalOf' | 'rootInstanceKey'>;

const { role, clerk, routing, fiktion, facts, stated, renewalOf, rootInstanceKey, ...inList } = columns;

export const selectListed = (db: Reader) => db('cases').select(inList);

const byId = prepare(`select ${selected(columns)} from cases where cases.case_id = $1`);
const byIdLocked = prepare(`${byId.text} for no key update`);

export const findCase = async (db: Reader, caseId: string): Promise<CaseRow | undefined> => (await ask<CaseRow>(db, byId, [caseId]))[0];

/**
 * Takes the case's row lock: whoever changes what a case waits for does so one after the other. Rows that only refer to the case (history,
 * papers, tasks) are not held up by it, so they cannot be one half of a deadlock.
 */
export const lockCase = async (trx: Transaction, caseId: string): Promise<CaseRow | undefined> =>
  (await ask<CaseRow>(trx, byIdLocked, [caseId]))[0];

export const findCaseByAktenzeichen = (db: Reader, aktenzeichen: string): Promise<CaseRow | undefined> =>
  selectCases(db).where('cases.aktenzeichen', aktenzeichen).first();

export const findRenewalOf = (db: Reader, caseId: string): Promise<CaseRow | undefined> =>
  selectCases(db).where('cases.renewal_of', caseId).first();

const updatable = {
  status: 'status',
  outcome: 'outcome',
  anliegen: 'anliegen',
  section: 'section',
  team: 'team',
  role: 'role',
  process: 'process',
  release: 'release',
  priority: 'priority',
  deadline: 'deadline',
  clerk: 'clerk',
  closedAt: 'closed_at',
  openIncidents: 'open_incidents',
  rootInstanceKey: 'root_instance_key',
} as const;

export type CaseChange = Partial<Pick<CaseRow, keyof typeof updatable>> & { routing?: Routing; fiktion?: CaseRow['fiktion'] };

export const updateCase = async (trx: Transaction, caseId: string, change: CaseChange): Promise<void> => {
  const values: Record<string, unknown> = {};
  for (const [key, column] of Object.entries(updatable)) {
    if (key in change) values[column] = change[key as keyof CaseChange];
  }
  if (change.routing) values.routing = JSON.stringify(change.routing);
  if (change.fiktion) values.fiktion = JSON.stringify(change.fiktion);
  await trx('cases').where('case_id', caseId).update(values);
};

const addResult = prepare('update cases set facts = facts || $2::jsonb, clerk = coalesce($3, clerk) where case_id = $1');

/** What a completed step tells of the case, and who works on it from now on, if that changes. */
export const takeResult = async (
  trx: Transaction,
  caseId: string,
  facts: Record<string, unknown>,
  clerk: string | undefined,
): Promise<void> => {
  await ask(trx, addResult, [caseId, JSON.stringify(facts), clerk ?? null]);
};

export const mergeFacts = async (trx: Transaction, caseId: string, facts: Record<string, unknown>): Promise<void> => {
  await trx('cases')
    .where('case_id', caseId)
    .update({ facts: trx.raw('facts || ?::jsonb', [JSON.stringify(facts)]) });
};

export const dropFacts = async (trx: Transaction, caseId: string, names: readonly string[]): Promise<void> => {
  if (names.length > 0)
    await trx('cases')
      .where('case_id', caseId)
      .update({ facts: trx.raw('facts - ?::text[]', [[...names]]) });
};

/** Cases of these people, newest first. */
export const listCasesOfPersons = (db: Reader, personIds: readonly string[]): Promise<CaseRow[]> =>
  selectCases(db)
    .whereIn('cases.person_id', [...personIds])
    .orderBy('cases.created_at', 'desc');

export type CaseToTell = ToldOf & Pick<CaseRow, 'personId'>;

/** Of each of these people the open cases, or the newest where none is open. */
export const listCasesToTell = async (db: Reader, personIds: readonly string[]): Promise<CaseToTell[]> => {
  const { rows } = (await db.raw(
    `select case_id as "caseId", person_id as "personId", hidden, section, created_by as "createdBy", created_at as "createdAt",
            closed_at is null as open
       from cases where person_id = any(?::uuid[])`,
    [[...personIds]],
  )) as { rows: (CaseToTell & { createdAt: Date; open: boolean })[] };
  const newestFirst = rows.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return [...Map.groupBy(newestFirst, (each) => each.personId).values()].flatMap((theirs) => {
    const open = theirs.filter((each) => each.open);
    return open.length > 0 ? open : theirs.slice(0, 1);
  });
};

/** People of this birthday for whom the account has opened ordinary cases, by the newest first. */
export const listPersonsOfAccount = async (
  db: Reader,
  account: string,
  geburtsdatum: string,
): Promise<{ personId: string; familienname: string; vornamen: string }[]> =>
  db('cases')
    .join('persons', 'persons.person_id', 'cases.person_id')
    .where({ 'cases.created_by': account, 'cases.hidden': false, 'persons.geburtsdatum': geburtsdatum })
    .orderBy('cases.created_at', 'desc')
    .select({ personId: 'cases.person_id', familienname: 'persons.familienname', vornamen: 'persons.vornamen' });

export const casesOfPerson = part<CaseRow>(
  `select ${selected(columns)} from cases where cases.person_id = $1 order by cases.created_at desc`,
  times,
);

/** Returns which cases moved. */
export const moveCases = async (
  trx: Transaction,
  from: { personId: string } | { caseIds: readonly string[] },
  to: string,
): Promise<string[]> => {
  const query = trx('cases').update({ person_id: to }).returning('case_id');
  const rows = (await ('personId' in from ? query.where('person_id', from.personId) : query.whereIn('case_id', [...from.caseIds]))) as {
    case_id: string;
  }[];
  return rows.map((row) => row.case_id);
};

/** The newest open, routed matter of the same person or family, whatever their names: the new one goes to the same hands. */
export const findRelatedOpenCase = (
  db: Reader,
  caseId: string,
): Promise<{ section: string; team: string; clerk: string | null } | undefined> =>
  db('cases as other')
    .join('persons as theirs', 'theirs.person_id', 'other.person_id')
    .join('persons as mine', 'mine.family_id', 'theirs.family_id')
    .join('cases as this', 'this.person_id', 'mine.person_id')
    .where('this.case_id', caseId)
    .whereNot('other.case_id', caseId)
    .where('other.hidden', false)
    .whereIn('other.status', ['in-bearbeitung', 'wartet'])
    .whereNotNull('other.team')
    .select({ section: 'other.section', team: 'other.team', clerk: 'other.clerk' })
    .orderBy('other.created_at', 'desc')
    .first();

/** What others are told by of a case. */
export type ToldOf = Pick<CaseRow, 'caseId' | 'hidden' | 'section' | 'createdBy'>;
const toldOf = prepare('select case_id as "caseId", hidden, section, created_by as "createdBy" from cases where case_id = any($1::uuid[])');

export const listToldOf = (db: Reader, caseIds: readonly string[]): Promise<ToldOf[]> => ask<ToldOf>(db, toldOf, [caseIds]);

/** Which of these cases are hidden: what is listed by case for others leaves them out. */
export const hiddenAmong = async (db: Reader, caseIds: readonly string[]): Promise<Set<string>> => {
  const rows = (await db('cases')
    .whereIn('case_id', [...caseIds])
    .where('hidden', true)
    .select('case_id')) as { case_id: string }[];
  return new Set(rows.map((row) => row.case_id));
};
