import type { Deps, Transaction } from '../engine/contracts.ts';
import { NotFound } from '../platform/errors.ts';
import { addHistory } from './history-store.ts';
import { notifyCase } from './notify-case.ts';
import { type CaseStatus, lockCase, updateCase } from './store.ts';
import { endAllWaits } from './waits-store.ts';

export type CloseCase = { caseId: string; status: CaseStatus; outcome: string; text: string; elementId: string };

/** Closes a case once; whatever it still waited for is ended, except the renewal of the paper it has produced. */
export const closeCase = async (trx: Transaction, deps: Pick<Deps, 'clock'>, command: CloseCase): Promise<boolean> => {
  const found = await lockCase(trx, command.caseId);
  if (!found) throw new NotFound();
  if (found.closedAt) return false;
  const at = new Date(deps.clock.now().epochMilliseconds);
  await endAllWaits(trx, command.caseId, at, 'VORGANG_BEENDET', ['verlaengerung']);
  await updateCase(trx, command.caseId, { status: command.status, outcome: command.outcome, closedAt: at });
  await addHistory(trx, { caseId: command.caseId, at, text: command.text, elementId: command.elementId, by: 'Lotse', lineKey: 'closed' });
  await notifyCase(trx, found);
  return true;
};
