import type { Database } from '../../db/connection.ts';
import { caseIdsIn } from '../cases/index.ts';
import { listedName } from '../persons/index.ts';
import type { FileNumber } from '../search/index.ts';
import { wholeOffice } from '../staff/index.ts';
import type { Outcome } from './answers.ts';

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
  outcome: Outcome;
  caseId: string | null;
  aktenzeichen: string | null;
  section: string | null;
  object: string | null;
  reason: string | null;
};

export type ReaderRow = Pick<AuditRow, 'actor' | 'name' | 'groups'> & { times: number; first: Date; last: Date; actions: string[] };

/** Verbs of entries that changed nothing. */
const READS = '^(view|search|list|match|open case file|open person|print|export|count|read)( |$)';

const isId = (text: string): boolean => text.length === 36;

/** Cases nobody has to hide; of hidden ones this list does not know that they exist. */
const openCases = (db: Database) => caseIdsIn(db, wholeOffice);

/** Whose entries are asked for: cases, and the person they belong to where it is the person that is meant. */
type Subject = { caseIds: string[]; personIds: string[] };

const subjectOf = async (db: Database, { person, matter }: AuditFilter): Promise<Subject | undefined> => {
  if (matter !== undefined)
    return {
      caseIds: await openCases(db)
        .where(isId(matter) ? 'cases.case_id' : 'cases.aktenzeichen', matter)
        .pluck('cases.case_id'),
      personIds: [],
    };
  if (person === undefined) return undefined;
  const query = openCases(db).clearSelect().select({ caseId: 'cases.case_id', personId: 'cases.person_id' });
  if (isId(person)) query.where('cases.person_id', person);
  else query.whereIn('cases.person_id', openCases(db).clearSelect().select('cases.person_id').where('cases.aktenzeichen', person));
  const rows = (await query) as { caseId: string; personId: string }[];
  return { caseIds: rows.map((row) => row.caseId), personIds: [...new Set(rows.map((row) => row.personId))] };
};

/** Cases on a page somebody read, or that a search has found. */
const LISTED = `coalesce(a.payload->'hits', a.payload->'cases')`;

type Condition = { sql: string; bindings: unknown[] };

/** People shown beside the one that was opened: the family, and who may be the same. */
const SHOWN = `a.payload->'persons'`;

const holds = (list: string): string => ` or (${list} is not null and ${list} @> ?::jsonb)`;

/** In lists somebody read, or searched, the cases and the people that were in them are noted. */
const touches = ({ caseIds, personIds }: Subject): Condition => ({
  sql: `(a.case_id = any(?::uuid[])${caseIds.map(() => holds(LISTED)).join('')}${personIds.map(() => holds(SHOWN)).join('')})`,
  bindings: [[...caseIds], ...[...caseIds, ...personIds].map((id) => JSON.stringify([id]))],
});

const conditionsOf = ({ actor, action, kind, from, until }: AuditFilter, subject: Subject | undefined): Condition[] => [
  // A hidden case is not there: entries of it are left out, and what outsiders were refused reads as it does for a case that never was.
  { sql: `(a.case_id is null or not coalesce(c.hidden, true) or a.outcome = 'refused')`, bindings: [] },
  ...(subject ? [touches(subject)] : []),
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
  const subject = await subjectOf(db, filter);
  if (subject?.caseIds.length === 0) return [];
  const where = said([...conditionsOf(filter, subject), ...(before === undefined ? [] : [{ sql: 'a.audit_id < ?', bindings: [before] }])]);
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
  const subject = await subjectOf(db, filter);
  if (!subject || subject.caseIds.length === 0) return [];
  const where = said(conditionsOf({ ...filter, kind: 'read' }, subject));
  const { rows } = await db.raw(
    `select a.actor, s.name, s.groups, count(*)::int as times, min(a.at) as first, max(a.at) as last, array_agg(distinct a.action order by a.action) as actions
       from audit a left join cases c on c.case_id = a.case_id left join staff s on s.account = a.actor
      where ${where.sql} and a.outcome = 'done' group by a.actor, s.name, s.groups order by max(a.at) desc`,
    where.bindings as never[],
  );
  return rows as ReaderRow[];
};

export type PersonRow = { personId: string; name: string; birthDate: string; caseIds: string[]; aktenzeichen: string[] };

/** People of open cases, by their ids or by a number of one of their files. */
export const listPersons = async (
  db: Database,
  { personIds, file }: { personIds: readonly string[]; file?: FileNumber },
  limit: number,
): Promise<PersonRow[]> => {
  const ofFile = openCases(db).clearSelect().select('cases.person_id');
  if (file && 'whole' in file) ofFile.where('cases.aktenzeichen', file.whole);
  if (file && 'like' in file) ofFile.whereRaw('cases.aktenzeichen like any(?::text[])', [file.like]);
  const rows = (await openCases(db)
    .clearSelect()
    .join('persons', 'persons.person_id', 'cases.person_id')
    .where((any) => {
      any.whereRaw('cases.person_id = any(?::uuid[])', [[...personIds]]);
      if (file) any.orWhereIn('cases.person_id', ofFile);
    })
    .groupBy('persons.person_id')
    .orderBy('persons.person_id')
    .limit(limit)
    .select({
      personId: 'persons.person_id',
      familienname: 'persons.familienname',
      vornamen: 'persons.vornamen',
      birthDate: 'persons.geburtsdatum',
      caseIds: db.raw('array_agg(cases.case_id order by cases.aktenzeichen)'),
      aktenzeichen: db.raw('array_agg(cases.aktenzeichen order by cases.aktenzeichen)'),
    })) as (Omit<PersonRow, 'name'> & { familienname: string; vornamen: string })[];
  return rows.map(({ familienname, vornamen, ...row }) => ({ ...row, name: listedName({ familienname, vornamen }) }));
};
