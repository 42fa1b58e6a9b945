import type { Database, Transaction } from '../../db/connection.ts';
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

/** Writes the entry in the caller's transaction: what is not in the trail did not happen. It is chained within a second by `sealAudit`. */
export const audit = async (trx: Transaction, entry: AuditEntry): Promise<void> => {
  await trx('audit').insert({
    actor: entry.actor,
    action: entry.action,
    case_id: entry.caseId ?? null,
    section: entry.section ?? null,
    object: entry.object ?? null,
    reason: entry.reason ?? null,
    outcome: entry.outcome,
    payload: JSON.stringify(entry.payload ?? {}),
  });
};

/**
 * Runs the work. A refusal (absent, hidden, not mine, not allowed) goes into the trail too, in a transaction of its own; for what is absent
 * as for what is hidden, so that both take the same time.
 */
export const auditRefusals = async <T>(db: Database, entry: Omit<AuditEntry, 'outcome'>, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden)
      await db.transaction((trx) => audit(trx, { ...entry, outcome: 'refused' }));
    throw error;
  }
};
