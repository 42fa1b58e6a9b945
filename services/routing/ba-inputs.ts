import type { CaseRow } from '../cases/index.ts';
import type { PersonRow } from '../persons/index.ts';

type Facts = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const isTrue = (value: unknown): boolean => value === true || value === 'JA';

/** Whole months since a day; 0 where it is not known: what is not proven opens no exception. */
const monthsSince = (value: unknown, today: Temporal.PlainDate): number => {
  const day = /^\d{4}-\d\d-\d\d/.exec(text(value))?.[0];
  if (!day) return 0;
  return Math.max(0, Temporal.PlainDate.from(day).until(today, { largestUnit: 'months' }).months);
};

const BY_QUALIFICATION: Record<string, string> = { HOCHSCHULE: '18b', AUSBILDUNG: '18a' };

/** Which title is asked for: what the form says, what is to be renewed, else what the qualification leads to (§§ 18a, 18b, 19c AufenthG). */
export const wantedNorm = (facts: Facts, person: PersonRow | undefined): string => {
  const said = text(facts.beantragteNorm);
  if (said) return said;
  const held = text(person?.details.titelNorm);
  if (text(facts.vorgangsart) === 'VERLAENGERUNG' && held) return held;
  return BY_QUALIFICATION[text(facts.qualifikationArt)] ?? '19c';
};

const WITHOUT_TITLE = ['DULDUNG', 'GESTATTUNG'];

/** Every input of the table on the employment agency (D7) with its default; the salaries it compares with come from the catalogue. */
export const baInputs = (found: CaseRow, person: PersonRow | undefined, today: Temporal.PlainDate) => {
  const { facts } = found;
  const duldung = WITHOUT_TITLE.includes(text(facts.schutzstatus)) || WITHOUT_TITLE.includes(text(person?.details.aufenthaltsstatus));
  // § 9 BeschV is for holders of an Aufenthaltserlaubnis, and jobs with an end do not count.
  const holder = text(person?.details.aufenthaltsstatus) === 'TITEL_GUELTIG';
  const months = monthsSince(facts.aufenthaltSeit, today);
  return {
    norm: wantedNorm(facts, person),
    gehalt: typeof facts.bruttoJahr === 'number' ? facts.bruttoJahr : 0,
    engpass: isTrue(facts.engpassberuf),
    berufsanfaenger: isTrue(facts.berufsanfaenger),
    duldung,
    ausbildung: isTrue(facts.ausbildung),
    aufenthaltMonate: duldung || holder ? months : 0,
    beschaeftigtVersMonate: holder && !text(facts.befristetBis) ? monthsSince(facts.beschaeftigtSeit, today) : 0,
  };
};
