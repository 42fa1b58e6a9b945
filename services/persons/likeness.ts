import { compareNames, wholeNames } from '../search/index.ts';
import type { Applicant } from './applicant.ts';
import { isSameValue } from './fields.ts';
import { listedName, namesOf, type PersonName } from './names.ts';

/** Why two records may be one human being, or what speaks against it: a code, and the same in words. */
export type Ground = { code: string; text: string };
export type Likeness = {
  /** The same number, or the same name and birthday: the two belong into the same hands until somebody has compared. */
  strong: boolean;
  reasons: Ground[];
  against: Ground[];
};

export type Comparable = { details: Partial<Applicant>; names: readonly PersonName[] };

const REASONS = {
  PASS: 'gleiche Passnummer',
  AZR: 'gleiche AZR-Nummer',
  NAME: 'gleicher Name',
  VERTAUSCHT: 'Familienname und Vorname vertauscht',
  SCHREIBWEISE: 'ähnliche Schreibweise des Namens',
  FRUEHERER_NAME: 'früherer oder anderer Name stimmt überein',
  GEBURTSTAG: 'gleicher Geburtstag',
  GEBURTSTAG_UNVOLLSTAENDIG: 'Geburtstag unvollständig, das Bekannte stimmt überein',
  GEBURTSTAG_VERTAUSCHT: 'Tag und Monat der Geburt vertauscht',
  GEBURTSORT: 'gleicher Geburtsort',
} as const;
const AGAINST = {
  PASS: 'andere Passnummer',
  AZR: 'andere AZR-Nummer',
  GEBURTSORT: 'anderer Geburtsort',
  NAME: 'anderer Name',
  GEBURTSTAG: 'anderer Geburtstag',
} as const;

const because = (code: keyof typeof REASONS): Ground => ({ code, text: REASONS[code] });
const despite = (code: keyof typeof AGAINST): Ground => ({ code, text: AGAINST[code] });

/** Birthdays `a` may be written as: itself, and with day and month exchanged. JJJJ-MM-TT, 00 for what is not known. */
export const datesLike = (date: string): string[] => {
  const [year = '', month = '', day = ''] = date.split('-');
  return month !== day && Number(day) <= 12 && Number(day) > 0 && Number(month) > 0 ? [date, `${year}-${day}-${month}`] : [date];
};

const compareDates = (a: string, b: string): keyof typeof REASONS | undefined => {
  if (a === b) return 'GEBURTSTAG';
  const [x, y] = [a.split('-'), b.split('-')];
  if (x.every((part, index) => part === y[index] || /^0+$/.test(part) || /^0+$/.test(y[index] ?? ''))) return 'GEBURTSTAG_UNVOLLSTAENDIG';
  return datesLike(a).includes(b) ? 'GEBURTSTAG_VERTAUSCHT' : undefined;
};

const LONG_ENOUGH = 6;

/** True if one letter added, lost, exchanged, or two neighbours swapped make the one from the other. */
const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < LONG_ENOUGH) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
};

const oneWord = (name: PersonName): string => (wholeNames(listedName(name))[0] ?? '').replaceAll(' ', '');

/** By the keys of the search, so that who is found there is compared here: umlauts, capitals, hyphens and the sounds of other scripts. */
const likeName = (mine: readonly PersonName[], theirs: readonly PersonName[]): keyof typeof REASONS | undefined => {
  const pairs = mine.flatMap((a) =>
    theirs.map((b) => ({ a, b, current: a.kind === 'aktuell' && b.kind === 'aktuell', like: compareNames(a, b) })),
  );
  if (pairs.some(({ like, current }) => current && like === 'same')) return 'NAME';
  if (pairs.some(({ like, current }) => current && like === 'words')) return 'VERTAUSCHT';
  if (pairs.some(({ like }) => like === 'same' || like === 'words')) return 'FRUEHERER_NAME';
  return pairs.some(({ a, b, like }) => like === 'sound' || isOneSlip(oneWord(a), oneWord(b))) ? 'SCHREIBWEISE' : undefined;
};

const samePlace = (a: string, b: string): boolean => wholeNames(a).some((each) => wholeNames(b).includes(each));

const same = (field: 'passNummer' | 'azrNummer' | 'geburtsort', a: Comparable, b: Comparable): boolean | undefined => {
  const [x, y] = [a.details[field], b.details[field]];
  if (!x || !y) return undefined;
  return field === 'geburtsort' ? samePlace(String(x), String(y)) : isSameValue(field, x, y);
};

/**
 * Whether two records are likely one human being: the same passport or AZR number, or a name that fits with a birthday that fits. Undefined if
 * they are not. It proposes; a person decides.
 */
export const likenessOf = (mine: Comparable, theirs: Comparable): Likeness | undefined => {
  const [pass, azr, place] = [same('passNummer', mine, theirs), same('azrNummer', mine, theirs), same('geburtsort', mine, theirs)];
  const name = likeName(mine.names, theirs.names);
  const date = compareDates(String(mine.details.geburtsdatum ?? ''), String(theirs.details.geburtsdatum ?? ''));
  if (!pass && !azr && !(name && date)) return undefined;
  return {
    strong: pass === true || azr === true || (name === 'NAME' && date === 'GEBURTSTAG'),
    reasons: [
      ...(pass ? [because('PASS')] : []),
      ...(azr ? [because('AZR')] : []),
      ...(name ? [because(name)] : []),
      ...(date ? [because(date)] : []),
      ...(place ? [because('GEBURTSORT')] : []),
    ],
    against: [
      ...(pass === false ? [despite('PASS')] : []),
      ...(azr === false ? [despite('AZR')] : []),
      ...(name ? [] : [despite('NAME')]),
      ...(date ? [] : [despite('GEBURTSTAG')]),
      ...(place === false ? [despite('GEBURTSORT')] : []),
    ],
  };
};

/** An applicant as somebody gives them, before there is a record. */
export const comparable = (applicant: Partial<Applicant>): Comparable => ({ details: applicant, names: namesOf(applicant as Applicant) });
