import type { CaseRow } from '../cases/index.ts';
import { officeZone } from '../platform/clock.ts';

const isTrue = (value: unknown): boolean => value === true || value === 'JA';
const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' && value !== '' ? value : otherwise);

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
  'gewaltschutz',
  'normNeu',
  'presse',
  'petition',
  'medizinischesAttest',
  'kindeswohl',
  'belastend',
] as const;

/**
 * Every input of the escalation table (D4) with its default: a null would pass some cells and fail others, silently. Nothing of the security
 * circle is read here; its findings have a case of their own.
 */
export const escalationInputs = (found: CaseRow, today: Temporal.PlainDate, returns: number): Record<string, unknown> => {
  const { facts } = found;
  const received = Temporal.Instant.fromEpochMilliseconds(found.receivedAt.getTime()).toZonedDateTimeISO(officeZone).toPlainDate();
  return {
    ...Object.fromEntries(FLAGS.map((name) => [name, isTrue(facts[name])])),
    ergebnis: RESULTS[textOr(facts.beabsichtigt, '')] ?? textOr(facts.beabsichtigt, ''),
    norm: textOr(facts.frageNorm, ''),
    fiktionWirkung: found.fiktion?.wirkung ?? '',
    alterVorgangTage: received.until(today, { largestUnit: 'days' }).days,
    vierAugenRueckgaben: returns,
  };
};
