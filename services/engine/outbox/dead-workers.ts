import type pg from 'pg';

/**
 * graphile-worker keeps the jobs of a killed process locked for four hours. So every pool holds an advisory lock under its id for as long as its
 * process lives, and whoever finds such a lock free knows that the owner is dead and unlocks its jobs.
 */
const lockClass = 0x10_75_e0;

export const holdPool = async (client: pg.Client, poolId: string): Promise<void> => {
  await client.query('select pg_advisory_lock($1, hashtext($2))', [lockClass, poolId]);
};

/** For a pool that has ended while its process lives on: its jobs are for the others now. */
export const releasePool = async (client: pg.Client, poolId: string): Promise<void> => {
  // A lock taken twice (before and after a lost connection) must be given back twice.
  for (let held = true; held; ) {
    const { rows } = await client.query<{ ok: boolean }>('select pg_advisory_unlock($1, hashtext($2)) as ok', [lockClass, poolId]);
    held = rows[0]?.ok ?? false;
  }
};

/** Unlocks the jobs of dead pools. Returns their ids. */
export const unlockDead = async (client: pg.Client, ownPoolIds: readonly string[]): Promise<string[]> => {
  const { rows } = await client.query<{ id: string }>(
    `select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null and locked_by <> all($1)
      union select distinct locked_by from graphile_worker._private_job_queues where locked_by is not null and locked_by <> all($1)`,
    [ownPoolIds],
  );
  const dead: string[] = [];
  for (const { id } of rows) {
    // Taken and given back at once: the answer is all that counts.
    const { rows: answer } = await client.query<{ free: boolean }>(
      'select case when pg_try_advisory_lock($1, hashtext($2)) then pg_advisory_unlock($1, hashtext($2)) else false end as free',
      [lockClass, id],
    );
    if (answer[0]?.free) dead.push(id);
  }
  if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
  return dead;
};
