import { namesIn } from './feel.ts';

/**
 * No decision, rule, form condition or sort order reads name, nationality, place of birth, sex, language or religion (Art. 3 Abs. 3 GG). Parts of words
 * are enough to be found: `antragstellerGeschlecht`.
 */
const parts = [
  'staatsangehoerig',
  'staatsangehörig',
  'nationalit',
  'geschlecht',
  'gender',
  'religion',
  'konfession',
  'sprache',
  'herkunft',
  'geburtsort',
  'geburtsstaat',
  'geburtsland',
  'geburtsname',
  'familienname',
  'nachname',
  'vorname',
  'anfangsbuchstabe',
  'ethni',
  'hautfarbe',
];
const whole = new Set(['name', 'namen', 'sex', 'language', 'surname', 'nationality']);

/** Names in an expression that no rule may read. */
export const findUnfairNames = (expression: string): string[] =>
  namesIn(expression).filter((name) => whole.has(name.toLowerCase()) || parts.some((part) => name.toLowerCase().includes(part)));

export const unfairSentence = (names: readonly string[]): string =>
  `Der Ausdruck liest ${names.join(', ')}. Keine Regel darf nach Name, Herkunft, Geschlecht, Sprache oder Religion unterscheiden (Art. 3 Abs. 3 GG).`;
