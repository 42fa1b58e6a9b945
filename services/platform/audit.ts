import { ask, prepare } from '../../db/ask.ts';
import type { Database, Reader, Transaction } from '../../db/connection.ts';
import { Forbidden, NotFound } from './errors.ts';

export type AuditEntry = {
  /** Account, or the name of the part that acted (`workers`). */
  actor: string;
  /** Verb and noun in English: `view case`, `complete task`. */
  action: string;
  caseId?: string;
  section?: string | null;
  /** What was touched: kind and id, `task 2251799813685300`. */
  object?: string;
  /** The reason the actor gave. */
  reason?: string;
  outcome: 'done' | 'refused' | 'failed';
  /** Codes and ids; of a search the hash of its text. */
  payload?: Record<string, unknown>;
};

const insert = prepare(
  `insert into audit (actor, action, case_id, section, object, reason, outcome, payload)
   select * from unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[])`,
);

const write = async (db: Reader, entries: readonly AuditEntry[]): Promise<void> => {
  await ask(db, insert, [
    entries.map(({ actor }) => actor),
    entries.map(({ action }) => action),
    entries.map(({ caseId }) => caseId ?? null),
    entries.map(({ section }) => section ?? null),
    entries.map(({ object }) => object ?? null),
    entries.map(({ reason }) => reason ?? null),
    entries.map(({ outcome }) => outcome),
    entries.map(({ payload = {} }) => JSON.stringify(payload)),
  ]);
};

/** Writes the entry in the caller's transaction: what is not in the trail did not happen. It is chained within a second by `sealAudit`. */
export const audit = (trx: Transaction, entry: AuditEntry): Promise<void> => write(trx, [entry]);

type Line = PromiseWithResolvers<void> & { entry: AuditEntry };

/** Lines that wait for the commit under way, by database. */
const waiting = new WeakMap<Database, Line[]>();

/** Where one of several cannot be written, each is tried by itself: a fault is that of its own request. */
const settle = async (db: Database, lines: readonly Line[]): Promise<void> => {
  try {
    await write(
      db,
      lines.map(({ entry }) => entry),
    );
    for (const line of lines) line.resolve();
  } catch (error) {
    if (lines.length === 1) lines[0]?.reject(error);
    else for (const line of lines) await settle(db, [line]);
  }
};

const settleAll = async (db: Database, first: Line): Promise<void> => {
  for (let lines = [first]; lines.length > 0; lines = waiting.get(db)?.splice(0) ?? []) await settle(db, lines);
  waiting.delete(db);
};

/**
 * Writes the entry of what changes nothing, a read or a refusal, and resolves when it is committed; if it cannot be written it throws, and nothing
 * may be shown. Entries that come while another is being committed share the next commit.
 */
export const auditAlone = (db: Database, entry: AuditEntry): Promise<void> => {
  const line: Line = { ...Promise.withResolvers<void>(), entry };
  const others = waiting.get(db);
  if (others) others.push(line);
  else {
    waiting.set(db, []);
    void settleAll(db, line);
  }
  return line.promise;
};

/**
 * Runs the work. A refusal (absent, hidden, not mine, not allowed) goes into the trail too, by itself; for what is absent as for what is hidden, so
 * that both take the same time.
 */
export const auditRefusals = async <T>(db: Database, entry: Omit<AuditEntry, 'outcome'>, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) await auditAlone(db, { ...entry, outcome: 'refused' });
    throw error;
  }
};
