import type { Transaction } from '../../db/connection.ts';
import { type Event, notify, notifyAll } from '../platform/events.ts';
import { listToldOf, type ToldOf } from './store.ts';

const changeOf = (found: ToldOf): Event => ({
  kind: 'case',
  caseId: found.caseId,
  hidden: found.hidden,
  account: found.createdBy,
  ...(found.section ? { section: found.section } : {}),
});

/** Tells those who may see the case that it has changed. A hidden case is named to its circle only. */
export const notifyCase = (trx: Transaction, found: ToldOf): Promise<void> => notify(trx, changeOf(found));

export const notifyEach = (trx: Transaction, found: readonly ToldOf[]): Promise<void> => notifyAll(trx, found.map(changeOf));

/** The engine has moved these cases. */
export const notifyCases = async (trx: Transaction, caseIds: readonly string[]): Promise<void> =>
  notifyEach(trx, await listToldOf(trx, caseIds));
