import type { Database } from '../../db/connection.ts';
import { caseIdsIn } from '../cases/index.ts';
import { wholeOffice } from '../staff/index.ts';

export type AuditFilter = {
  /** Id of a person, or the Aktenzeichen of one of their cases. */
  person?: string;
  /** Id or Aktenzeichen of a case. */
  matter?: string;
  actor?: string;
  action?: string;
  kind?: 'read' | 'change' | 'refused' | 'failed';
  from?: Date;
  until?: Date;
};

export type AuditRow = {
  auditId: string;
  at: Date;
  actor: string;
  name: string | null;
  groups: string[] | null;
  action: string;
  outcome: string;
  caseId: string | null;
  aktenzeichen: string | null;
  section: string | null;
  object: string | null;
  reason: string | null;
};

export type ReaderRow = Pick<AuditRow, 'actor' | 'name' | 'groups'> & { times: number; first: Date; last: Date; actions: string[] };

/** Verbs of entries that changed nothing. */
const READS = '^(view|search|list|open case file|print|export|count|read)( |$)';

const isId = (text: string): boolean => text.length === 36;

/** Cases nobody has to hide; of hidden ones this list does not know that they exist. */
const openCases = (db: Database) => caseIdsIn(db, wholeOffice);

const casesOf = async (db: Database, { person, matter }: AuditFilter): Promise<string[] | undefined> => {
  if (matter !== undefined)
    return await openCases(db)
      .where(isId(matter) ? 'cases.case_id' : 'cases.aktenzeichen', matter)
      .pluck('cases.case_id');
  if (person === undefined) return undefined;
  const query = openCases(db);
  if (isId(person)) query.where('cases.person_id', person);
  else query.whereIn('cases.person_id', openCases(db).clearSelect().select('cases.person_id').where('cases.aktenzeichen', person));
  return await query.pluck('cases.case_id');
};

/** Cases on a page somebody read, or that a search has found. */
const LISTED = `coalesce(a.payload->'hits', a.payload->'cases')`;

type Condition = { sql: string; bindings: unknown[] };

/** In lists somebody read, or searched, the cases that were in them are noted. */
const touches = (caseIds: readonly string[]): Condition => ({
  sql: `(a.case_id = any(?::uuid[])${caseIds.map(() => ` or (${LISTED} is not null and ${LISTED} @> ?::jsonb)`).join('')})`,
  bindings: [[...caseIds], ...caseIds.map((id) => JSON.stringify([id]))],
});

const conditionsOf = ({ actor, action, kind, from, until }: AuditFilter, caseIds: readonly string[] | undefined): Condition[] => [
  // A hidden case is not there: entries of it are left out, and what outsiders were refused reads as it does for a case that never was.
  { sql: `(a.case_id is null or not coalesce(c.hidden, true) or a.outcome = 'refused')`, bindings: [] },
  ...(caseIds ? [touches(caseIds)] : []),
  ...(actor ? [{ sql: 'a.actor = ?', bindings: [actor] }] : []),
  ...(action ? [{ sql: 'a.action = ?', bindings: [action] }] : []),
  ...(kind === 'refused' || kind === 'failed' ? [{ sql: `a.outcome = ? and a.outcome <> 'done'`, bindings: [kind] }] : []),
  ...(kind === 'read' ? [{ sql: `a.action ~ '${READS}'`, bindings: [] }] : []),
  ...(kind === 'change' ? [{ sql: `a.action !~ '${READS}' and a.outcome = 'done'`, bindings: [] }] : []),
  ...(from ? [{ sql: 'a.at >= ?', bindings: [from] }] : []),
  ...(until ? [{ sql: 'a.at < ?', bindings: [until] }] : []),
];

const said = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' and '),
  bindings: conditions.flatMap(({ bindings }) => bindings),
});

/** Newest first; `before` is the id of the last one seen. */
export const listAudit = async (
  db: Database,
  filter: AuditFilter,
  { limit, before }: { limit: number; before?: string },
): Promise<AuditRow[]> => {
  const caseIds = await casesOf(db, filter);
  if (caseIds?.length === 0) return [];
  const where = said([...conditionsOf(filter, caseIds), ...(before === undefined ? [] : [{ sql: 'a.audit_id < ?', bindings: [before] }])]);
  const { rows } = await db.raw(
    `select a.audit_id as "auditId", a.at, a.actor, s.name, s.groups, a.action, a.outcome, case when not c.hidden then a.case_id end as "caseId",
            case when not c.hidden then c.aktenzeichen end as aktenzeichen, a.section, a.object, a.reason
       from audit a left join cases c on c.case_id = a.case_id left join staff s on s.account = a.actor
      where ${where.sql} order by a.audit_id desc limit ?`,
    [...where.bindings, limit] as never[],
  );
  return rows as AuditRow[];
};

/** Who has read something of a person, each once; the latest first. */
export const listReaders = async (db: Database, filter: AuditFilter): Promise<ReaderRow[]> => {
  const caseIds = await casesOf(db, filter);
  if (!caseIds || caseIds.length === 0) return [];
  const where = said(conditionsOf({ ...filter, kind: 'read' }, caseIds));
  const { rows } = await db.raw(
    `select a.actor, s.name, s.groups, count(*)::int as times, min(a.at) as first, max(a.at) as last, array_agg(distinct a.action order by a.action) as actions
       from audit a left join cases c on c.case_id = a.case_id left join staff s on s.account = a.actor
      where ${where.sql} and a.outcome = 'done' group by a.actor, s.name, s.groups order by max(a.at) desc`,
    where.bindings as never[],
  );
  return rows as ReaderRow[];
};
