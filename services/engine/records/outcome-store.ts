import type { Database, Reader } from '../contracts.ts';

export type JobOutcome = 'completed' | 'canceled' | 'open' | 'unknown';

/** What became of a job, as far as the record stream has told. `unknown`: no record of it yet. */
export const jobOutcome = async (db: Reader, jobKey: string): Promise<JobOutcome> => {
  const { rows } = await db.raw('select state from engine_jobs where job_key = ?', [jobKey]);
  const state = (rows as { state: string }[])[0]?.state;
  if (state === undefined) return 'unknown';
  // A job that threw its error is over: the token has left the task.
  return state === 'completed' || state === 'error' ? 'completed' : state === 'canceled' ? 'canceled' : 'open';
};

export type RecordsHealth = {
  ok: boolean;
  reason: string;
  /** Stored but not yet applied. */
  waitingRecords: number;
  /** How long the oldest of them has been waiting. */
  lagMs: number;
  lastIngestAt: string | null;
  deadLetters: number;
};

const maxLagMs = 60_000;
const maxWaiting = 10_000;

export const recordsHealth = async (db: Database): Promise<RecordsHealth> => {
  const { rows } = await db.raw(`
    with newest as (select distinct on (partition_id) * from record_epochs order by partition_id, epoch desc),
         pending as (select r.ingested_at from newest n join records r on r.partition_id = n.partition_id and r.epoch = n.epoch and r.position > n.applied_position
                      order by r.partition_id, r.epoch, r.position limit ${maxWaiting + 1})
    select (select count(*)::int from pending) as waiting,
           coalesce((select extract(epoch from clock_timestamp() - min(ingested_at)) * 1000 from pending), 0)::float as lag,
           (select max(ingested_at) from (select n.partition_id, (select ingested_at from records r where r.partition_id = n.partition_id and r.epoch = n.epoch
             order by position desc limit 1) from newest n) last) as last,
           (select count(*)::int from dead_letters) as dead,
           (select bool_and(accepted) from newest) as accepted`);
  const row = (rows as { waiting: number; lag: number; last: Date | null; dead: number; accepted: boolean | null }[])[0];
  const { waiting = 0, lag = 0, last = null, dead = 0, accepted = true } = row ?? {};
  const reason =
    accepted === false
      ? 'Die Prozess-Engine hat ein neues Protokoll begonnen (Daten gelöscht oder zurückgespielt). Ihre Einträge sind gespeichert, werden aber nicht angewendet.'
      : lag > maxLagMs || waiting > maxWaiting
        ? `Der Verlauf hängt ${Math.round(lag / 1_000)} s hinter der Prozess-Engine.`
        : '';
  return {
    ok: reason === '',
    reason,
    waitingRecords: waiting,
    lagMs: Math.round(lag),
    lastIngestAt: last?.toISOString() ?? null,
    deadLetters: dead,
  };
};
