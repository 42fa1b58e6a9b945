import type { CaseRow } from '../cases/index.ts';
import { factIs, readFact } from '../office/index.ts';
import type { PersonRow } from '../persons/index.ts';

type Facts = Record<string, unknown>;

/** Whole months since a day; 0 where it is not known: what is not proven opens no exception. */
const monthsSince = (day: string | undefined, today: Temporal.PlainDate): number => {
  if (!day) return 0;
  return Math.max(0, Temporal.PlainDate.from(day).until(today, { largestUnit: 'months' }).months);
};

const BY_QUALIFICATION: Record<string, string> = { HOCHSCHULE: '18b', AUSBILDUNG: '18a' };

/** Which title is asked for: what the form says, what is to be renewed, else what the qualification leads to (§§ 18a, 18b, 19c AufenthG). */
export const wantedNorm = (facts: Facts, person: PersonRow | undefined): string => {
  const said = readFact(facts, 'beantragteNorm');
  if (said) return said;
  const held = person?.details.titelNorm;
  if (factIs(facts, 'vorgangsart', 'VERLAENGERUNG') && held) return held;
  return BY_QUALIFICATION[readFact(facts, 'qualifikationArt')] ?? '19c';
};

const WITHOUT_TITLE = ['DULDUNG', 'GESTATTUNG'];

/** Every input of the table on the employment agency (D7) with its default; the salaries it compares with come from the catalogue. */
export const baInputs = (found: CaseRow, person: PersonRow | undefined, today: Temporal.PlainDate) => {
  const { facts } = found;
  const duldung =
    WITHOUT_TITLE.includes(readFact(facts, 'schutzstatus')) || WITHOUT_TITLE.includes(person?.details.aufenthaltsstatus ?? '');
  // § 9 BeschV is for holders of an Aufenthaltserlaubnis, and jobs with an end do not count.
  const holder = (person?.details.aufenthaltsstatus ?? '') === 'TITEL_GUELTIG';
  const months = monthsSince(readFact(facts, 'aufenthaltSeit'), today);
  return {
    norm: wantedNorm(facts, person),
    gehalt: readFact(facts, 'bruttoJahr') || 0,
    engpass: readFact(facts, 'engpassberuf'),
    berufsanfaenger: readFact(facts, 'berufsanfaenger'),
    duldung,
    ausbildung: readFact(facts, 'ausbildung'),
    aufenthaltMonate: duldung || holder ? months : 0,
    beschaeftigtVersMonate: holder && !readFact(facts, 'befristetBis') ? monthsSince(readFact(facts, 'beschaeftigtSeit'), today) : 0,
  };
};
