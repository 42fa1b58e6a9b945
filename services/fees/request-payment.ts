import { lockCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { sendLetter } from '../letters/index.ts';
import { findRow } from '../office/index.ts';
import { longDay } from '../platform/german-day.ts';
import { findWait } from '../waits/index.ts';
import { listFees } from './store.ts';
import { inWords, outstanding } from './view-fee.ts';

export type RequestPayment = { caseId: string; warteId: string; type: 'gebuehr' | 'gebuehr-erinnerung'; elementId: string };

/** Asks for what is still owed, once per wait. No letter when it has been paid meanwhile, or the wait is over. */
export const requestPayment = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock' | 'commands' | 'config'>,
  { caseId, warteId, type, elementId }: RequestPayment,
): Promise<void> => {
  await lockCase(trx, caseId);
  const wait = await findWait(trx, warteId);
  const due = await outstanding(trx, caseId);
  if (!wait || wait.caseId !== caseId || wait.endedAt || due === 0) return;
  const fee = (await listFees(trx, caseId)).at(-1);
  await sendLetter(trx, deps, {
    caseId,
    type,
    businessKey: `${caseId}:${type}:${warteId}`,
    data: {
      betrag: inWords(due),
      frist: longDay(wait.until),
      wofuer: findRow('leistungen', fee?.service ?? '')?.imBrief ?? 'unsere Leistung',
      norm: fee?.norm || '§ 69 AufenthG',
    },
    by: 'Lotse',
    elementId,
  });
};
