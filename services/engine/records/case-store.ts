import type { Database, Reader } from '../contracts.ts';

export const countOpenIncidents = async (db: Reader, caseId: string): Promise<number> => {
  const { rows } = await db.raw('select count(*)::int as n from engine_incidents where case_id = ? and resolved_at is null', [caseId]);
  return (rows as { n: number }[])[0]?.n ?? 0;
};

/**
 * True when nothing moves by itself: every stored record is applied and no service job is open, as far as the stream has told. Jobs without
 * retries wait for a person, as user tasks do.
 */
export const isQuiet = async (db: Database): Promise<boolean> => {
  const { rows } = await db.raw(`
    select not exists (select 1 from engine_jobs where state in ('created', 'failed') and retries > 0 and job_type <> 'io.camunda.zeebe:userTask')
       and not exists (select 1 from record_epochs e join records r on r.partition_id = e.partition_id and r.epoch = e.epoch and r.position > e.applied_position
                        where e.accepted) as quiet`);
  return (rows as { quiet: boolean }[])[0]?.quiet ?? false;
};
