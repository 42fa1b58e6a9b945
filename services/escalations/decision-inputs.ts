import type { CaseRow } from '../cases/index.ts';
import { readFact } from '../office/index.ts';
import { dayOf } from '../platform/clock.ts';

/** Who thinks of a refusal asks about one. */
const RESULTS: Record<string, string> = { VERSAGUNG: 'ABLEHNUNG', VERSAGEN: 'ABLEHNUNG', ABLEHNEN: 'ABLEHNUNG' };

const FLAGS = [
  'ermessen',
  'identitaetUngeklaert',
  'straftat',
  'ausweisungsinteresse',
  'verspaetetAntrag',
  'vertretungAnwalt',
  'streitig',
  'scheinehe',
  'vaterschaftZweifel',
  'normNeu',
  'presse',
  'petition',
  'kindeswohl',
  'belastend',
] as const;

/** Of what kind each of them is. */
export const escalationOutput = {
  ...(Object.fromEntries(FLAGS.map((name) => [name, 'flag'])) as Record<(typeof FLAGS)[number], 'flag'>),
  schutzbedarf: 'flag',
  nachweisPruefen: 'flag',
  ergebnis: 'code',
  norm: 'code',
  fiktionWirkung: 'code',
  alterVorgangTage: 'number',
  vierAugenRueckgaben: 'number',
} as const;

/**
 * Every input of the escalation table (D4) with its default: a null would pass some cells and fail others, silently. Nothing of the security
 * circle is read here; its findings have a case of their own. Health and violence are given as what follows from them (docs/adr/0006).
 */
export const escalationInputs = (found: CaseRow, today: Temporal.PlainDate, returns: number): Record<string, unknown> => {
  const { facts } = found;
  const intended = readFact(facts, 'beabsichtigt');
  const received = dayOf(found.receivedAt);
  return {
    ...Object.fromEntries(FLAGS.map((name) => [name, readFact(facts, name)])),
    schutzbedarf: readFact(facts, 'gewaltschutz'),
    nachweisPruefen: readFact(facts, 'medizinischesAttest'),
    ergebnis: RESULTS[intended] ?? intended,
    norm: readFact(facts, 'frageNorm'),
    fiktionWirkung: found.fiktion?.wirkung ?? '',
    alterVorgangTage: received.until(today, { largestUnit: 'days' }).days,
    vierAugenRueckgaben: returns,
  };
};
