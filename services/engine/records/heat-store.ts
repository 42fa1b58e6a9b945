import type { Database } from '../contracts.ts';
import type { CaseSet } from './figures-store.ts';

export type HeatFigures = {
  elementId: string;
  /** What ended there within the period, done or broken off. */
  count: number;
  /** How long it had been there: half of it no longer than this, and nine of ten. Null where nothing ended. */
  medianMs: number | null;
  p90Ms: number | null;
  /** What came before the end of the period and is still there. */
  open: number;
};

/** `from` counts, `until` does not. */
export type HeatQuery = { plainId: string; release?: number; from: Date; until: Date; cases: CaseSet };

/** Where something waits for a person, an answer, a day or another process; everything else is passed in an instant. As in migration 0620. */
const waits = "('USER_TASK', 'RECEIVE_TASK', 'INTERMEDIATE_CATCH_EVENT', 'EVENT_BASED_GATEWAY', 'CALL_ACTIVITY')";

/** How long things lay at the places of a process, of what ended in a period; all its releases unless one is named. Percentiles are values that occurred. */
export const readHeat = async (db: Database, { plainId, release, from, until, cases }: HeatQuery): Promise<HeatFigures[]> => {
  const { rows } = await db.raw(
    `with seen as materialized (select * from ? as among),
          spans as materialized (
            select process_instance_key, state from engine_instances
             where plain_id = ? and (ended_at is null or ended_at >= ?) and started_at < ? ${release === undefined ? '' : 'and release = ?'}
               and case_id in (select case_id from seen)),
          places as (
            select e.element_id, e.ended_at, extract(epoch from e.ended_at - e.activated_at) * 1000 as ms
              from engine_elements e join spans using (process_instance_key)
             where e.element_type in ${waits} and e.activated_at < ?
               and (e.ended_at >= ? and e.ended_at < ? or e.ended_at is null and spans.state = 'active'))
     select element_id as "elementId", count(ended_at)::int as count, (count(*) - count(ended_at))::int as open,
            percentile_disc(0.5) within group (order by ms)::float8 as "medianMs", percentile_disc(0.9) within group (order by ms)::float8 as "p90Ms"
       from places group by 1 order by 1`,
    [cases, plainId, from, until, ...(release === undefined ? [] : [release]), until, from, until],
  );
  return (rows as HeatFigures[]).map((row) => ({
    ...row,
    medianMs: row.medianMs === null ? null : Math.round(row.medianMs),
    p90Ms: row.p90Ms === null ? null : Math.round(row.p90Ms),
  }));
};
