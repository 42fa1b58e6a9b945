import type { Transaction } from '../../db/connection.ts';
import { notify } from '../platform/events.ts';
import { type CaseRow, listCasesById } from './store.ts';

/** Tells those who may see the case that it has changed. A hidden case is named to its circle only. */
export const notifyCase = (trx: Transaction, found: Pick<CaseRow, 'caseId' | 'hidden' | 'section' | 'createdBy'>): Promise<void> =>
  notify(trx, {
    kind: 'case',
    caseId: found.caseId,
    hidden: found.hidden,
    account: found.createdBy,
    ...(found.section ? { section: found.section } : {}),
  });

/** The engine has moved these cases. */
export const notifyCases = async (trx: Transaction, caseIds: readonly string[]): Promise<void> => {
  await Promise.all((await listCasesById(trx, caseIds)).map((found) => notifyCase(trx, found)));
};
