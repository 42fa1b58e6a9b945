import type { Transaction } from '../../db/connection.ts';
import { insertLikely, type LikelyPerson } from '../persons/index.ts';
import { addHistory } from './history-store.ts';
import { notifyCase } from './notify-case.ts';
import { listCasesOfPersons } from './store.ts';

const OTHER_SIDE = 'Unter einem anderen Vorgang ist wahrscheinlich dieselbe Person aufgenommen worden: bitte vergleichen';

export const likelyNote = (found: readonly LikelyPerson[]): string => {
  const reasons = [...new Set(found.flatMap((each) => each.likeness.reasons.map((reason) => reason.text)))];
  return `Wahrscheinlich ist dieselbe Person schon bekannt (${reasons.join(', ')}): bitte vergleichen`;
};

/** Open cases of that person, or the newest where none is open: those who work on them are told. */
export const tellCasesOf = async (trx: Transaction, personId: string, line: { at: Date; text: string; lineKey: string }): Promise<void> => {
  const cases = await listCasesOfPersons(trx, [personId]);
  const open = cases.filter((each) => !each.closedAt);
  for (const each of open.length > 0 ? open : cases.slice(0, 1)) {
    await addHistory(trx, { ...line, caseId: each.caseId, by: 'Lotse' });
    await notifyCase(trx, each);
  }
};

/**
 * Lays each pair before those who can compare, once: the other side's cases get one line for each pair, and none for a pair that is known or that
 * somebody has told apart. Returns those that are new.
 */
export const noteLikely = async (trx: Transaction, personId: string, found: readonly LikelyPerson[], at: Date): Promise<LikelyPerson[]> => {
  const fresh: LikelyPerson[] = [];
  for (const each of found) {
    if (!(await insertLikely(trx, personId, each.personId, each.likeness, at))) continue;
    fresh.push(each);
    await tellCasesOf(trx, each.personId, { at, text: OTHER_SIDE, lineKey: `likely:${personId}` });
  }
  return fresh;
};
