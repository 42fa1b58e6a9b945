import type { Transaction } from '../../db/connection.ts';
import { type Event, notify, notifyAll } from '../platform/events.ts';
import { type CaseRow, listCasesById } from './store.ts';

type Told = Pick<CaseRow, 'caseId' | 'hidden' | 'section' | 'createdBy'>;

const changeOf = (found: Told): Event => ({
  kind: 'case',
  caseId: found.caseId,
  hidden: found.hidden,
  account: found.createdBy,
  ...(found.section ? { section: found.section } : {}),
});

/** Tells those who may see the case that it has changed. A hidden case is named to its circle only. */
export const notifyCase = (trx: Transaction, found: Told): Promise<void> => notify(trx, changeOf(found));

export const notifyEach = (trx: Transaction, found: readonly Told[]): Promise<void> => notifyAll(trx, found.map(changeOf));

/** The engine has moved these cases. */
export const notifyCases = async (trx: Transaction, caseIds: readonly string[]): Promise<void> =>
  notifyEach(trx, await listCasesById(trx, caseIds));
