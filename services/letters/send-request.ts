import type { Transaction } from '../../db/connection.ts';
import { lockCase } from '../cases/index.ts';
import { missingPapers } from '../documents/index.ts';
import { findRow } from '../office/index.ts';
import { findWait, type Wait } from '../waits/index.ts';
import { formatDay } from './format-date.ts';
import { type SendDeps, sendLetter } from './send-letter.ts';

export type SendRequest = { caseId: string; warteId: string; type: 'nachforderung' | 'erinnerung'; businessKey: string; elementId: string };

/**
 * Asks for what this wait still misses at this moment (§ 82 AufenthG). The case is locked first, so that a paper arriving at
 * the same time is either on the list or in the file. Undefined, and no letter, when nothing is missing or the wait is over.
 */
export const sendRequest = async (trx: Transaction, deps: SendDeps, request: SendRequest): Promise<Wait | undefined> => {
  await lockCase(trx, request.caseId);
  const wait = await findWait(trx, request.warteId);
  if (!wait || wait.caseId !== request.caseId || wait.endedAt) return undefined;
  const missing = await missingPapers(trx, request.caseId, wait.expected);
  if (missing.length === 0) return undefined;
  await sendLetter(trx, deps, {
    caseId: request.caseId,
    type: request.type,
    businessKey: request.businessKey,
    data: { fehlend: missing.map((code) => findRow('unterlagen', code)?.imBrief ?? code), frist: formatDay(wait.until) },
    by: 'Lotse',
    elementId: request.elementId,
  });
  return wait;
};
