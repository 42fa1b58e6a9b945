import { asTheyCome, type Last } from '../../db/pipelined-dialect.ts';
import { type CaseStatus, closeOpenCase, getCase, notifyCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { codesOf, rowHas } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { endAllWaits } from '../waits/index.ts';

export type CloseCase = { caseId: string; status: CaseStatus; outcome: string; text: string; elementId: string };

/** Closes a case once; whatever it still waited for is ended, except what was noted for a day to come. */
export const closeCase = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock'>,
  command: CloseCase,
  last: Last = asTheyCome,
): Promise<boolean> => {
  const at = nowOf(deps);
  const found = await closeOpenCase(trx, { ...command, at, by: 'Lotse' });
  if (!found) {
    await getCase(trx, command.caseId);
    return false;
  }
  const notedForLater = codesOf('fristen').filter((kind) => rowHas('fristen', kind, 'vermerk'));
  await last(() => Promise.all([endAllWaits(trx, found.caseId, at, 'VORGANG_BEENDET', notedForLater), notifyCase(trx, found)]));
  return true;
};
