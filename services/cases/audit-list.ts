import { createHash } from 'node:crypto';
import type { Database } from '../../db/connection.ts';
import { auditAlone } from '../platform/audit.ts';

/** What was read of many cases at once. */
export type ReadList = {
  actor: string;
  /** `list cases`; with `typed` the same search is `search cases`. */
  what: string;
  caseIds: readonly string[];
  typed?: string | undefined;
  /** Cases of people the reader has identified. */
  identified?: readonly string[];
};

/**
 * Whoever sees names has read them: one line for a page, with the cases on it. A page without cases leaves none, unless something was searched
 * for: that nothing was found is an answer, too. Of what was typed the trail keeps the hash alone.
 */
export const auditList = async (db: Database, { actor, what, caseIds, typed, identified = [] }: ReadList): Promise<void> => {
  if (!typed && caseIds.length === 0) return;
  const payload = {
    ...(typed
      ? { textHash: createHash('sha256').update(typed).digest('hex'), hits: [...new Set(caseIds)] }
      : { cases: [...new Set(caseIds)] }),
    ...(identified.length > 0 ? { identified } : {}),
  };
  await auditAlone(db, { actor, action: `${typed ? 'search' : 'list'} ${what}`, outcome: 'done', payload });
};
