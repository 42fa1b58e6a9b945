import { tellSecurityAnswer } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { rowHas } from '../office/index.ts';
import { openWaits } from '../waits/index.ts';

/** Lets the security query of a case end, with the same message whatever was before. False: it does not wait right now. */
export const releaseMainCase = async (trx: Transaction, deps: Pick<Deps, 'commands'>, mainCaseId: string): Promise<boolean> => {
  const waits = (await openWaits(trx, mainCaseId)).filter((wait) => rowHas('fristen', wait.kind, 'sicherheit'));
  for (const { warteId } of waits) await tellSecurityAnswer(trx, deps, { warteId, caseId: mainCaseId });
  return waits.length > 0;
};
