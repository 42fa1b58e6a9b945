import { addHistory, type CaseStatus, lockCase, notifyCase, updateCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { codesOf, rowHas } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { NotFound } from '../platform/errors.ts';
import { endAllWaits } from '../waits/index.ts';

export type CloseCase = { caseId: string; status: CaseStatus; outcome: string; text: string; elementId: string };

/** Closes a case once; whatever it still waited for is ended, except what was noted for a day to come. */
export const closeCase = async (trx: Transaction, deps: Pick<Deps, 'clock'>, command: CloseCase): Promise<boolean> => {
  const found = await lockCase(trx, command.caseId);
  if (!found) throw new NotFound();
  if (found.closedAt) return false;
  const at = nowOf(deps);
  const { caseId, status, outcome, text, elementId } = command;
  const notedForLater = codesOf('fristen').filter((kind) => rowHas('fristen', kind, 'vermerk'));
  await Promise.all([
    endAllWaits(trx, caseId, at, 'VORGANG_BEENDET', notedForLater),
    updateCase(trx, caseId, { status, outcome, closedAt: at }),
    addHistory(trx, { caseId, at, text, elementId, by: 'Lotse', lineKey: 'closed' }),
    notifyCase(trx, found),
  ]);
  return true;
};
