import { compareNames, wholeNames } from '../search/index.ts';
import type { Applicant } from './applicant.ts';
import { isSameValue } from './fields.ts';
import { namesOf, type PersonName } from './names.ts';

/** Why two records may be one human being, or what speaks against it: a code, and the same in words. */
export type Ground = { code: string; text: string };
export type Likeness = {
  /** The same number, or the same name and birthday: the two belong into the same hands until somebody has compared. */
  strong: boolean;
  reasons: Ground[];
  against: Ground[];
};

type Details = Partial<Applicant>;
export type Comparable = { details: Details; names: readonly PersonName[] };

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

/** Why two names may be one person's. */
export type LikeName = 'NAME' | 'VERTAUSCHT' | 'FRUEHERER_NAME' | 'SCHREIBWEISE';

/** By the keys of the search, so that who is found there is compared here: umlauts, capitals, hyphens and the sounds of other scripts. */
export const likeName = (mine: readonly PersonName[], theirs: readonly PersonName[]): LikeName | undefined => {
  const pairs = mine.flatMap((a) =>
    theirs.map((b) => ({ current: a.kind === 'aktuell' && b.kind === 'aktuell', like: compareNames(a, b) })),
  );
  if (pairs.some(({ like, current }) => current && like === 'same')) return 'NAME';
  if (pairs.some(({ like, current }) => current && like === 'words')) return 'VERTAUSCHT';
  if (pairs.some(({ like }) => like === 'same' || like === 'words')) return 'FRUEHERER_NAME';
  return pairs.some(({ like }) => like) ? 'SCHREIBWEISE' : undefined;
};

const samePlace = (a: string, b: string): boolean => wholeNames(a).some((each) => wholeNames(b).includes(each));

const same = (field: 'passNummer' | 'azrNummer' | 'geburtsort', a: Details, b: Details): boolean | undefined => {
  const [x, y] = [a[field], b[field]];
  if (!x || !y) return undefined;
  return field === 'geburtsort' ? samePlace(String(x), String(y)) : isSameValue(field, x, y);
};

/**
 * Whether two records are likely one human being: the same passport or AZR number, or a name that fits (`likeName`) with a birthday that fits.
 * Undefined if they are not. It proposes; a person decides.
 */
export const likenessOf = (mine: Details, theirs: Details, name: LikeName | undefined): Likeness | undefined => {
  const [pass, azr, place] = [same('passNummer', mine, theirs), same('azrNummer', mine, theirs), same('geburtsort', mine, theirs)];
  const date = compareDates(String(mine.geburtsdatum ?? ''), String(theirs.geburtsdatum ?? ''));
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
