import type { Transaction } from '../../db/connection.ts';
import {
  addHistory,
  announceRenewal,
  type CaseRow,
  findRenewalOf,
  listCasesOfPersons,
  notifyCase,
  tellRenewalDropped,
} from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { dayOf } from '../platform/clock.ts';
import { hasRenewal, listSuperseded, openRenewals, supersedeWait, type Wait } from './waits-store.ts';

/**
 * Books the renewal of a case's paper: a root process of its own waits for the day, so that the case itself can end. A day that has passed is
 * tomorrow. Each booking has a key: asked for twice it is booked once.
 */
export const bookRenewal = (
  trx: Transaction,
  deps: Pick<Deps, 'commands' | 'clock'>,
  { caseId, day, key }: { caseId: string; day: Temporal.PlainDate; key: string },
): Promise<void> => {
  const earliest = deps.clock.today().add({ days: 1 });
  return announceRenewal(trx, deps, { caseId, key, day: Temporal.PlainDate.compare(day, earliest) < 0 ? earliest : day });
};

/** Whoever applies for the same paper themselves needs no renewal of office besides. */
export const dropRenewals = async (
  trx: Transaction,
  deps: Pick<Deps, 'commands'>,
  renewals: readonly Wait[],
  fresh: { caseId: string; aktenzeichen: string; at: Date },
): Promise<void> => {
  for (const { warteId, caseId } of renewals) {
    await tellRenewalDropped(trx, deps, { warteId, caseId });
    await supersedeWait(trx, warteId, fresh.caseId);
    const text = `Die vorgemerkte Verlängerung entfällt: neuer Antrag ${fresh.aktenzeichen}`;
    await addHistory(trx, { caseId, at: fresh.at, text, by: 'Lotse', lineKey: `renewal-dropped:${warteId}` });
  }
};

/** Two records have become one: what was applied for after a renewal had been booked is the renewal. */
export const dropOverlappingRenewals = async (
  trx: Transaction,
  deps: Pick<Deps, 'commands'>,
  personId: string,
  at: Date,
): Promise<void> => {
  const open = (await listCasesOfPersons(trx, [personId])).filter((each) => !each.closedAt && !each.hidden);
  for (const { anliegen, aktenzeichen, caseId, createdAt } of open) {
    const renewals = (await openRenewals(trx, [personId], anliegen)).filter((wait) => wait.caseId !== caseId && wait.begunAt < createdAt);
    await dropRenewals(trx, deps, renewals, { caseId, aktenzeichen, at });
  }
};

/** The person's own later application for the same paper, as long as it may still lead to one or has led to one. */
const findOwnApplication = async (trx: Transaction, { personId, anliegen, caseId }: CaseRow, wait: Wait): Promise<CaseRow | undefined> => {
  for (const each of await listCasesOfPersons(trx, [personId])) {
    if (each.caseId === caseId || each.anliegen !== anliegen || each.hidden || each.createdAt <= wait.begunAt) continue;
    if (!each.closedAt || (await hasRenewal(trx, each.caseId))) return each;
  }
  return undefined;
};

/**
 * These turned out to be two people: a renewal of the one that gave way to an application of the other is booked again, for the day it had. One
 * that the person's own application has replaced as well stays dropped.
 */
export const restoreRenewals = async (
  trx: Transaction,
  deps: Pick<Deps, 'commands' | 'clock'>,
  [one, other]: readonly [string, string],
  at: Date,
): Promise<void> => {
  const cases = await listCasesOfPersons(trx, [one, other]);
  const personOf = new Map(cases.map((each) => [each.caseId, each.personId]));
  for (const { supersededBy, ...wait } of await listSuperseded(
    trx,
    cases.map((each) => each.caseId),
  )) {
    const found = cases.find((each) => each.caseId === wait.caseId);
    const theirs = personOf.get(supersededBy);
    if (!found || !theirs || theirs === found.personId || (await findRenewalOf(trx, found.caseId))) continue;
    const own = await findOwnApplication(trx, found, wait);
    await supersedeWait(trx, wait.warteId, own?.caseId ?? null);
    if (own) continue;
    await bookRenewal(trx, deps, { caseId: found.caseId, day: dayOf(wait.until), key: `verlaengerung:${wait.warteId}` });
    const text = 'Die Verlängerung wird wieder vorgemerkt: der neue Antrag ist von einer anderen Person';
    await addHistory(trx, { caseId: found.caseId, at, text, by: 'Lotse', lineKey: `renewal-restored:${wait.warteId}` });
    await notifyCase(trx, found);
  }
};
