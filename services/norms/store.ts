import type { Database } from '../../db/connection.ts';
import { caseIdsIn } from '../cases/index.ts';
import { casesStanding, type Places } from '../engine/records/index.ts';
import type { CaseScope } from '../staff/index.ts';

const openIn = (db: Database, scope: CaseScope) => caseIdsIn(db, scope).whereNull('cases.closed_at');

/** Which titles the people of open cases hold, as their applications say. */
export const listTitleNorms = async (db: Database, scope: CaseScope): Promise<string[]> => {
  const { rows } = await db.raw(
    `select distinct c.stated->>'titelNorm' as norm from cases c
      where c.case_id in ? and c.stated->>'titelNorm' is not null`,
    [openIn(db, scope)],
  );
  return (rows as { norm: string }[]).map((row) => row.norm);
};

export type CaseCount = { open: number; byTitle: number; byProcess: { processId: string; open: number }[] };

/** Open cases that stand at one of the places or whose person holds one of the titles; each counts once in `open`. */
export const countOpenAt = async (
  db: Database,
  scope: CaseScope,
  { places, titles }: { places: Places; titles: string[] },
): Promise<CaseCount> => {
  const { rows } = await db.raw(
    `with among as materialized (select * from ? as cases_in_scope),
          here as materialized (select standing.plain_id, case_id from (?) as standing join among using (case_id)),
          titled as materialized (select c.case_id from cases c join among using (case_id) where c.stated->>'titelNorm' = any(?::text[]))
     select 'open' as what, null as plain_id, count(*)::int as n from (select case_id from here union select case_id from titled) as either
     union all select 'title', null, count(*)::int from titled
     union all select 'process', plain_id, count(distinct case_id)::int from here group by plain_id`,
    [openIn(db, scope), casesStanding(db, places), titles],
  );
  const counted = rows as { what: 'open' | 'title' | 'process'; plain_id: string | null; n: number }[];
  const one = (what: 'open' | 'title'): number => counted.find((row) => row.what === what)?.n ?? 0;
  return {
    open: one('open'),
    byTitle: one('title'),
    byProcess: counted.flatMap((row) => (row.what === 'process' && row.plain_id ? [{ processId: row.plain_id, open: row.n }] : [])),
  };
};
