import type { Database } from '../../../db/connection.ts';

/** A command as the outbox leaves it after its last try; its number in the outbox. Nothing runs it here. */
export const aGivenUp = async (db: Database, name: string, payload: Record<string, unknown>, attempts = 25): Promise<string> => {
  const { rows } = await db.raw('select id from graphile_worker.add_job(identifier => ?, payload => ?::json)', [
    name,
    JSON.stringify({ commandId: crypto.randomUUID(), payload }),
  ]);
  const { id } = (rows as [{ id: string }])[0];
  await db.raw("update graphile_worker._private_jobs set attempts = ?, last_error = 'Die Engine nimmt das nicht an.' where id = ?", [
    attempts,
    id,
  ]);
  return String(id);
};
