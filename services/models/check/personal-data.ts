import { findUnfairNames } from './fairness.ts';
import { namesIn } from './feel.ts';

/**
 * Fields of a person's record (services/cases/applicant.ts) and what else tells who somebody is. The engine keeps ids, codes and dates; it writes them
 * to logs and exporters, keeps them as long as it likes, and forgets nobody.
 */
const parts = [
  'familienname',
  'vorname',
  'nachname',
  'geburtsname',
  'geburtsdatum',
  'geburtstag',
  'geburtsort',
  'geburtsstaat',
  'geburtsland',
  'staatsangeh',
  'nationalit',
  'geschlecht',
  'religion',
  'konfession',
  'email',
  'telefon',
  'handynummer',
  'anschrift',
  'adresse',
  'wohnort',
  'passnummer',
  'azrnummer',
  'ausweisnummer',
  'kontonummer',
  'iban',
  'diagnose',
  // Health and violence (Art. 9 DSGVO): tables read what follows from it (docs/adr/0006).
  'krank',
  'gesundheit',
  'attest',
  'medizin',
  'gewalt',
];

const isPersonal = (name: string): boolean => parts.some((part) => name.toLowerCase().includes(part));

/** Names of variables under which a person's data would be kept. */
export const findPersonalNames = (names: readonly string[]): string[] => [...new Set(names.filter(isPersonal))];

/** The same for what an expression reads; names no rule may read at all have a finding of their own (fairness.ts). */
export const findPersonalReads = (expression: string): string[] => {
  const unfair = findUnfairNames(expression);
  return findPersonalNames(namesIn(expression)).filter((name) => !unfair.includes(name));
};

export const personalSentence = (names: readonly string[]): string =>
  `${names.length > 1 ? `Die Angaben ${names.join(', ')} sind` : `Die Angabe ${names.join()} ist`} personenbezogen. Das bleibt im Vorgang; an den Ablauf gehen nur Kennungen, Codes und Fristen.`;
