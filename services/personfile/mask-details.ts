import { type Applicant, CONTACT, PERSONAL, type PersonalField } from '../persons/index.ts';
import type { User } from '../platform/route.ts';
import { type CaseFacts, mayCompare } from '../staff/index.ts';

export type Sight = 'full' | 'counter' | 'none';

/** How much of a person a user may read: who works on a case all, the counter who it is and how they are reached, others nothing. */
export const sightOf = (user: User, level: 'full' | 'status', cases: readonly CaseFacts[]): Sight =>
  level === 'full' ? 'full' : mayCompare(user, cases) ? 'counter' : 'none';

const AT_THE_COUNTER: readonly PersonalField[] = [
  'familienname',
  'vornamen',
  'geburtsname',
  'aliasnamen',
  'geburtsdatum',
  'geburtsort',
  'staatsangehoerigkeiten',
  'auskunftssperre',
  ...CONTACT,
];
const NUMBERS: readonly PersonalField[] = ['azrNummer', 'passNummer'];
const SHOWN = 3;

/** Enough to see whether it is the one somebody holds in their hands. */
const maskNumber = (value: unknown): string => `…${String(value).slice(-SHOWN)}`;

export const maskValue = (field: PersonalField, value: unknown, details: Partial<Applicant>, sight: Sight): unknown => {
  if (sight === 'full' || value === undefined || value === null) return value;
  if (sight === 'none') return undefined;
  if (NUMBERS.includes(field)) return maskNumber(value);
  // Where an address is a danger to somebody, only those who need it for the case read it.
  if (details.auskunftssperre === true && (field === 'anschrift' || field === 'einzugsdatum')) return undefined;
  return AT_THE_COUNTER.includes(field) ? value : undefined;
};

export const maskDetails = (details: Partial<Applicant>, sight: Sight): Record<string, unknown> =>
  Object.fromEntries(
    PERSONAL.flatMap((field) => {
      const value = maskValue(field, details[field], details, sight);
      return value === undefined || value === null ? [] : [[field, value] as const];
    }),
  );
