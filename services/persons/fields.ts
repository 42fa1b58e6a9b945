import type { Applicant } from './applicant.ts';

/** Belong to one application, not to the human being: kept with the case alone, another one may rightly say something else. */
const SITUATION = [
  'aufenthaltsstatus',
  'titelNorm',
  'titelGueltigBis',
  'nettoEinkommen',
  'mieteWarm',
  'wohnflaecheQm',
  'personen',
  'kinderUnter2',
  'krankenversicherung',
  'strafverfahren',
  'einwilligungDirektversand',
  'wahrheitsgemaess',
  'datenschutzGelesen',
] as const;

/** How a person is reached: the counter takes a change of it, whoever decides the case. */
export const CONTACT = ['anschrift', 'einzugsdatum', 'telefon', 'email', 'kontaktweg', 'sprache'] as const;

/** What a record of a person holds; each can be corrected. */
export const PERSONAL = [
  'familienname',
  'vornamen',
  'geburtsname',
  'aliasnamen',
  'geburtsdatum',
  'geburtsort',
  'geburtsstaat',
  'geschlecht',
  'staatsangehoerigkeiten',
  ...CONTACT,
  'auskunftssperre',
  'azrNummer',
  'passNummer',
  'passStaat',
  'passAusstellung',
  'passGueltigBis',
] as const;
export type PersonalField = (typeof PERSONAL)[number];
/** Null takes a value away. */
export type Changes = Partial<Record<PersonalField, unknown>>;

const pick = (details: Partial<Applicant>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.filter((field) => !isBlank(details[field])).map((field) => [field, details[field]]));

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The part that is the human being's. */
export const personalPart = (applicant: Applicant): Applicant => pick(applicant, PERSONAL) as Applicant;

/** The person as one application has them: the record, and what only this application tells. */
export const withStated = (details: Applicant, stated: Record<string, unknown>): Applicant => ({ ...details, ...pick(stated, SITUATION) });

const comparable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(String).toSorted().join('|');
  return typeof value === 'string' ? value.trim() : value;
};
const NUMBERS: readonly string[] = ['passNummer', 'azrNummer', 'telefon'];
/** As written on a card or typed on a telephone: blanks and dashes mean nothing. */
const bare = (value: unknown): string =>
  String(value)
    .replace(/[^\p{L}\p{N}+]/gu, '')
    .toUpperCase();

export const isSameValue = (field: string, a: unknown, b: unknown): boolean =>
  NUMBERS.includes(field) && !isBlank(a) && !isBlank(b) ? bare(a) === bare(b) : comparable(a) === comparable(b);

/** Two sets of details side by side: what only the other one has, and what the two say differently. */
export const compareDetails = (
  mine: Partial<Applicant>,
  other: Partial<Applicant>,
): { missing: PersonalField[]; different: PersonalField[] } => {
  const told = PERSONAL.filter((field) => !isBlank(other[field]));
  return {
    missing: told.filter((field) => isBlank(mine[field])),
    different: told.filter((field) => !isBlank(mine[field]) && !isSameValue(field, mine[field], other[field])),
  };
};
