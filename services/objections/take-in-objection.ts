import type { Transaction } from '../../db/connection.ts';
import { addHistory, type CaseRow, getCase, mergeFacts } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { type Bescheid, findLatestSent, findLetter, formatDate, type LetterRow, officeDay } from '../letters/index.ts';
import { findRow, readFact, rowsOf } from '../office/index.ts';
import { listLikelyIds } from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { findCaseOf, upsertObjection } from './store.ts';

/** Decisions somebody may want to attack. */
const ADVERSE = rowsOf('bescheide').flatMap(({ code, rechtsbehelf }) => (rechtsbehelf ? [code] : []));

const attackedAs = (typ: string): string => findRow('bescheide', typ)?.widerspruch?.gegen ?? typ;

/** What an objection does to the decision while it runs, in a sentence for whoever works on it. */
const effectOn = (typ: string | undefined): string =>
  findRow('bescheide', typ ?? '')?.widerspruch?.wirkung ?? 'Zu diesem Widerspruch ist noch kein Bescheid gefunden.';

/**
 * By the Aktenzeichen the person named, if it is a matter of theirs; else the last adverse one they got. Where nobody has compared yet, that of
 * somebody who is likely the same counts too: a period runs, and whoever decides sees at the case that it has to be compared.
 */
export const findAttacked = async (trx: Transaction, found: CaseRow): Promise<Bescheid | undefined> => {
  const aktenzeichen = readFact(found.facts, 'angegriffenesAktenzeichen');
  const named = aktenzeichen ? await findCaseOf(trx, aktenzeichen) : undefined;
  const likely = found.hidden ? [] : await listLikelyIds(trx, found.personId);
  if (named && !named.hidden && [found.personId, ...likely].includes(named.personId)) return findLatestSent(trx, { caseId: named.caseId });
  const own = await findLatestSent(trx, { personIds: [found.personId], typen: ADVERSE });
  return own ?? findLatestSent(trx, { personIds: likely, typen: ADVERSE });
};

/** In time unless the last day is over; a period that has not begun to run cannot be missed. */
const isInTime = (receivedOn: string, until: string | null): boolean => until === null || receivedOn <= until;

export type TakenIn = Record<string, unknown>;

/**
 * Finds what an objection attacks and lays out what its specialist has to know: whether it came in time (§ 70, § 58 (2) VwGO; the letter
 * knows whether its instruction was right), whether there is an objection at all, and who must not decide because they decided before.
 */
export const takeInObjection = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock'>,
  order: { caseId: string; elementId: string },
): Promise<TakenIn> => {
  const found = await getCase(trx, order.caseId);
  const receivedOn = readFact(found.facts, 'eingangAm') ?? officeDay(found.receivedAt);
  const bescheid = await findAttacked(trx, found);
  const letter: LetterRow | undefined = bescheid?.letterId ? await findLetter(trx, bescheid.letterId) : undefined;
  const inTime = isInTime(receivedOn, letter?.rechtsbehelfBis ?? null);
  const admissible = letter?.rechtsbehelf === 'WIDERSPRUCH';
  const at = nowOf(deps);
  await upsertObjection(trx, {
    caseId: found.caseId,
    bescheidId: bescheid?.bescheidId ?? null,
    receivedOn,
    remedyUntil: letter?.rechtsbehelfBis ?? null,
    inTime,
    admissible,
    at,
  });
  const of = letter ? `vom ${formatDate(letter.at)}` : '';
  await mergeFacts(trx, found.caseId, {
    eingangAm: receivedOn,
    angegriffenerBescheid: bescheid ? `${attackedAs(bescheid.typ)} ${of}`.trim() : '',
    angegriffenerBescheidVom: letter ? officeDay(letter.at) : null,
    widerspruchFristText: letter?.rechtsbehelfBis
      ? `Der Widerspruch konnte bis ${formatDate(letter.rechtsbehelfBis)} kommen${letter.belehrt ? '' : ' (ein Jahr, weil die Rechtsbehelfsbelehrung fehlt oder falsch ist)'}.`
      : 'Die Frist läuft noch nicht: Der Bescheid ist nicht bekanntgegeben, oder es ist keiner gefunden.',
    aufschiebendeWirkung: effectOn(bescheid?.typ),
  });
  await addHistory(trx, {
    caseId: found.caseId,
    at,
    text: bescheid ? `Widerspruch gegen: ${attackedAs(bescheid.typ)} ${of}` : 'Zum Widerspruch ist kein Bescheid gefunden',
    elementId: order.elementId,
    by: 'Lotse',
    lineKey: `objection:${bescheid?.bescheidId ?? 'none'}`,
  });
  return {
    bescheidGefunden: bescheid !== undefined,
    fristgerecht: inTime,
    statthaft: admissible,
    ausgeschlossen: [...new Set([bescheid?.author, bescheid?.signedBy].filter((account) => account !== null && account !== undefined))],
    verfasst: bescheid?.author ? [bescheid.author] : [],
    widerspruchGegen: bescheid?.typ ?? '',
    widerspruchEingangAm: receivedOn,
    widerspruchFrist: letter?.rechtsbehelfBis ?? '',
  };
};
