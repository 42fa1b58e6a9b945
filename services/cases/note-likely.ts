import type { Transaction } from '../../db/connection.ts';
import { insertLikely, type LikelyPerson } from '../persons/index.ts';
import { addHistoryTo } from './history-store.ts';
import { notifyEach } from './notify-case.ts';
import { type CaseToTell, listCasesToTell } from './store.ts';

const OTHER_SIDE = 'Unter einem anderen Vorgang ist wahrscheinlich dieselbe Person aufgenommen worden: bitte vergleichen';

export const likelyNote = (found: readonly LikelyPerson[]): string => {
  const reasons = [...new Set(found.flatMap((each) => each.likeness.reasons.map((reason) => reason.text)))];
  return `Wahrscheinlich ist dieselbe Person schon bekannt (${reasons.join(', ')}): bitte vergleichen`;
};

type Line = { at: Date; text: string; lineKey: string };

const tell = async (trx: Transaction, cases: readonly CaseToTell[], line: Line): Promise<void> => {
  const caseIds = cases.map((each) => each.caseId);
  if (caseIds.length > 0) await Promise.all([addHistoryTo(trx, caseIds, { ...line, by: 'Lotse' }), notifyEach(trx, cases)]);
};

/** Those who work on that person's cases are told. */
export const tellCasesOf = async (trx: Transaction, personId: string, line: Line): Promise<void> =>
  tell(trx, await listCasesToTell(trx, [personId]), line);

/**
 * Lays each pair before those who can compare, once: the other side's cases get one line for each pair, and none for a pair that is known or that
 * somebody has told apart. `fresh`: those that are new; `tellOthers` writes to their cases, and the transaction has to call it.
 */
export const noteLikely = async (
  trx: Transaction,
  personId: string,
  found: readonly LikelyPerson[],
  at: Date,
): Promise<{ fresh: LikelyPerson[]; tellOthers: () => Promise<void> }> => {
  if (found.length === 0) return { fresh: [], tellOthers: async () => undefined };
  const [noted, cases] = await Promise.all([
    insertLikely(trx, personId, found, at),
    listCasesToTell(
      trx,
      found.map((each) => each.personId),
    ),
  ]);
  const told = cases.filter((each) => noted.has(each.personId));
  return {
    fresh: found.filter((each) => noted.has(each.personId)),
    tellOthers: () => tell(trx, told, { at, text: OTHER_SIDE, lineKey: `likely:${personId}` }),
  };
};
