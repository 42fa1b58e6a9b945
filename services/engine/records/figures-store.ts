import type { Database } from '../contracts.ts';

/** A query for ids of cases: whatever is counted or listed here stays within them. The engine knows no rights. */
export type CaseSet = ReturnType<Database['select']>;

export type ProcessFigures = { plainId: string; running: number; openTasks: number; incidents: number };
export type ElementFigures = { elementId: string; count: number; incidents: number; medianSince: Date | null; oldestSince: Date | null };
export type ReleaseFigures = { release: number | null; running: number };
export type CasePlace = { caseId: string; since: Date };

/** A scope is no place of its own: what waits in it is counted where it waits. */
const scopes = "('PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS', 'MULTI_INSTANCE_BODY')";

/** Running cases, open user tasks and open incidents of every process that has any. A case counts once per process. */
export const countByProcess = async (db: Database, cases: CaseSet): Promise<ProcessFigures[]> => {
  const { rows } = await db.raw(
    `with seen as materialized (select * from ? as among),
          live as materialized (select process_instance_key, plain_id, case_id from engine_instances where state = 'active' and case_id in (select case_id from seen)),
          tasks as (select l.plain_id, count(*)::int as n from engine_elements e join live l using (process_instance_key)
                     where e.state = 'active' and e.element_type = 'USER_TASK' group by 1),
          faults as (select l.plain_id, count(*)::int as n from engine_incidents f join live l using (process_instance_key)
                      where f.resolved_at is null group by 1)
     select live.plain_id as "plainId", count(distinct live.case_id)::int as running,
            coalesce(max(tasks.n), 0) as "openTasks", coalesce(max(faults.n), 0) as incidents
       from live left join tasks using (plain_id) left join faults using (plain_id) group by 1`,
    [cases],
  );
  return rows as ProcessFigures[];
};

/** Running cases of one process by release, newest first. */
export const countByRelease = async (db: Database, plainId: string, cases: CaseSet): Promise<ReleaseFigures[]> => {
  const { rows } = await db.raw(
    `select release, count(distinct case_id)::int as running from engine_instances
      where state = 'active' and plain_id = ? and case_id in ? group by 1 order by 1 desc`,
    [plainId, cases],
  );
  return rows as ReleaseFigures[];
};

/** What stands at each element of one release, and since when: half of it has waited longer than `medianSince` says. */
export const countByElement = async (
  db: Database,
  { plainId, release, cases }: { plainId: string; release: number; cases: CaseSet },
): Promise<ElementFigures[]> => {
  const { rows } = await db.raw(
    `with live as materialized (select process_instance_key from engine_instances
                                 where state = 'active' and plain_id = ? and release = ? and case_id in ?),
          tokens as (select e.element_id, count(*)::int as n, percentile_disc(0.5) within group (order by e.activated_at) as median, min(e.activated_at) as oldest
                       from engine_elements e join live using (process_instance_key)
                      where e.state = 'active' and e.element_type not in ${scopes} group by 1),
          faults as (select f.element_id, count(*)::int as n from engine_incidents f join live using (process_instance_key)
                      where f.resolved_at is null group by 1)
     select element_id as "elementId", coalesce(tokens.n, 0) as count, coalesce(faults.n, 0) as incidents,
            tokens.median as "medianSince", tokens.oldest as "oldestSince"
       from tokens full join faults using (element_id) order by 1`,
    [plainId, release, cases],
  );
  return rows as ElementFigures[];
};

export type PlaceQuery = {
  plainId: string;
  /** Anywhere in the process if not given. */
  elementId?: string;
  release?: number;
  cases: CaseSet;
  after?: readonly [since: string, caseId: string];
  limit: number;
};

/** The cases that stand at an element (or anywhere in a process), who has waited longest first. */
export const listCasesAt = async (db: Database, query: PlaceQuery): Promise<CasePlace[]> => {
  const { plainId, elementId, release, cases, after, limit } = query;
  const { rows } = await db.raw(
    `select * from (
       select i.case_id as "caseId", min(${elementId ? 'e.activated_at' : 'i.started_at'}) as since from engine_instances i
        ${elementId ? `join engine_elements e on e.process_instance_key = i.process_instance_key and e.state = 'active' and e.element_id = ?` : ''}
        where i.state = 'active' and i.plain_id = ? ${release === undefined ? '' : 'and i.release = ?'} and i.case_id in ? group by 1) places
      where ${after ? '(date_trunc(\'milliseconds\', since), "caseId") > (?::timestamptz, ?::uuid)' : 'true'}
      order by date_trunc('milliseconds', since), "caseId" limit ?`,
    [...(elementId ? [elementId] : []), plainId, ...(release === undefined ? [] : [release]), cases, ...(after ?? []), limit],
  );
  return rows as CasePlace[];
};
