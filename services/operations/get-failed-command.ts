import { hiddenAmong } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Reader, Transaction } from '../engine/contracts.ts';
import { findFailed, lockFailed, type StuckCommand } from '../engine/outbox/index.ts';
import { NotFound } from '../platform/errors.ts';

/** Absent, and one of a hidden case, are the same answer. */
const shown = async (db: Reader, found: StuckCommand | undefined): Promise<StuckCommand> => {
  if (!found || (found.caseId && (await hiddenAmong(db, [found.caseId])).size > 0)) throw new NotFound();
  return found;
};

/** A command that has failed and is still there. */
export const getFailedCommand = async ({ db }: Pick<Deps, 'db'>, id: string): Promise<StuckCommand> => shown(db, await findFailed(db, id));

/** The same, held for a decision about it. */
export const lockFailedCommand = async (trx: Transaction, id: string): Promise<StuckCommand> => shown(trx, await lockFailed(trx, id));
