import type { CaseRow } from '../cases/index.ts';
import type { VariableKind } from '../engine/define-worker.ts';
import { hasFact, readFact } from '../office/index.ts';
import type { PersonRow } from '../persons/index.ts';
import { dayOf } from '../platform/clock.ts';
import { familyLot } from './family-lot.ts';

const NO_DEADLINE = 999;

const daysUntil = (date: string | undefined, today: Temporal.PlainDate): number =>
  date ? today.until(Temporal.PlainDate.from(date), { largestUnit: 'days' }).days : NO_DEADLINE;

/**
 * Every input of the intake tables, with its default: a null would fail a comparison but pass `-` and `not(…)`, silently.
 * Dates and codes only; nothing here is read from a name, origin, sex, language or religion, and nothing says whose health or whose violence it is about:
 * that stays in the case, the engine reads what follows from it (docs/adr/0006).
 */
export const decisionInputs = (found: CaseRow, person: PersonRow, today: Temporal.PlainDate, openTeam: string | undefined) => {
  const { details } = person;
  const { facts } = found;
  const received = dayOf(found.receivedAt);
  const titleEnds = details.titelGueltigBis;
  const applied = readFact(facts, 'antragDatum') ?? received.toString();
  const protection = readFact(facts, 'schutzstatus');
  const status = details.aufenthaltsstatus || (protection === 'DULDUNG' || protection === 'GESTATTUNG' ? protection : 'KEINER');
  const impliedProtection = status === 'DULDUNG' || status === 'GESTATTUNG' ? status : 'KEINER';
  return {
    anliegen: found.anliegen,
    titelNorm: details.titelNorm ?? '',
    schutzstatus: protection || impliedProtection,
    entscheidendesSg: readFact(facts, 'entscheidendesSg'),
    offenesTeam: openTeam ?? '',
    familienLos: familyLot(person.familyId),
    titelRestTage: daysUntil(readFact(facts, 'papierGueltigBis') ?? titleEnds, today),
    rechtsfristTage: daysUntil(readFact(facts, 'rechtsfrist'), today),
    alterVorgangTage: received.until(today, { largestUnit: 'days' }).days,
    existenz: readFact(facts, 'existenz'),
    schutzbedarf: readFact(facts, 'gewaltschutz'),
    kindBetroffen: readFact(facts, 'kindBetroffen'),
    gerichtlicheEilsache: readFact(facts, 'gerichtlicheEilsache'),
    aufenthaltsstatus: status,
    rechtzeitig: titleEnds === undefined || applied <= titleEnds,
    ist104cUndAndererZweck: readFact(facts, 'ist104cUndAndererZweck'),
    edErforderlichOffen: readFact(facts, 'edErforderlichOffen'),
    unbegleitetMinderjaehrig: readFact(facts, 'unbegleitetMinderjaehrig'),
    schutzVeranlassen: readFact(facts, 'haeuslicheGewalt'),
    // Asked once: after that the file knows whether somebody stands in for the person.
    vertretung: readFact(facts, 'vertretung') && !hasFact(facts, 'vollmachtErgebnis'),
  };
};

/** Of what kind each of them is. */
export const intakeOutput = {
  anliegen: 'code',
  titelNorm: 'code',
  schutzstatus: 'code',
  entscheidendesSg: 'code',
  offenesTeam: 'code',
  familienLos: 'number',
  titelRestTage: 'number',
  rechtsfristTage: 'number',
  alterVorgangTage: 'number',
  existenz: 'flag',
  schutzbedarf: 'flag',
  kindBetroffen: 'flag',
  gerichtlicheEilsache: 'flag',
  aufenthaltsstatus: 'code',
  rechtzeitig: 'flag',
  ist104cUndAndererZweck: 'flag',
  edErforderlichOffen: 'flag',
  unbegleitetMinderjaehrig: 'flag',
  schutzVeranlassen: 'flag',
  vertretung: 'flag',
} as const satisfies Record<keyof ReturnType<typeof decisionInputs>, VariableKind>;
