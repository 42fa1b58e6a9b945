import test from 'ava';
import { codesOf, rowsOf } from '../../../services/office/index.ts';
import { type Allowed, findLiterals, literalsIn, type Sought } from '../../support/code-literals.ts';

// What the office deals with stands in processes/amt: a new Anliegen, paper, wait, authority, decision or service is one row. The program asks a row for
// a property and knows no code, neither in quotes nor as the key of a table of its own.

const lists = ['anliegen', 'unterlagen', 'behoerden', 'bescheide', 'leistungen'] as const;
const answers = rowsOf('behoerden')
  .flatMap(({ antworten }) => antworten)
  .map(({ code }) => code)
  // Words of other tables, too: no second check, an escalation about a refusal.
  .filter((code) => !['KEINE', 'ABLEHNUNG'].includes(code));
const codes = [...new Set([...lists.flatMap((list) => codesOf(list)), ...answers])];

/** Kinds of waits are ordinary words: they count where a wait's kind is asked or given. */
const kinds = codesOf('fristen').join('|');

const sought: Sought = {
  codes,
  parts: new RegExp(`(?<![\\w.'"-])(?:${codes.join('|')})(?=: )|\\b(?:kind|warteArt)(?: [!=]==|:) '(?:${kinds})'`),
};

/** The room itself, the demo, and the stand-ins for authorities, which are the demo's. */
const skipped = /^services\/office\/|^services\/demo\/|^web\/src\/demo\/|^services\/authorities\/simulation\//;

const status = 'what a person holds (schutzstatus, aufenthaltsstatus), not what they come with';
const remedy = 'a remedy of the VwGO, not a matter';
const purpose = 'what an application for a title is about (vorgangsart), not a matter';
const sameness = 'what two records of a person have in common';
const allowed: Allowed[] = [
  { path: 'services/routing/decision-inputs.ts', codes: ['DULDUNG', 'GESTATTUNG'], why: status },
  { path: 'services/routing/ba-inputs.ts', codes: ['DULDUNG', 'GESTATTUNG'], why: status },
  { path: 'services/portal/application/to-applicant.ts', codes: ['DULDUNG'], why: status },
  { path: 'services/persons/applicant.ts', codes: ['FIKTION', 'GESTATTUNG', 'DULDUNG'], why: status },
  { path: 'services/caselife/decision-facts.ts', codes: ['GESTATTUNG', 'DULDUNG', 'HUMANITAER'], why: status },
  { path: 'web/src/office/words.de.ts', codes: ['FIKTION', 'GESTATTUNG', 'DULDUNG', 'HUMANITAER'], why: status },
  { path: 'web/src/office/words.en.ts', codes: ['FIKTION', 'GESTATTUNG', 'DULDUNG', 'HUMANITAER'], why: status },
  { path: 'services/letters/remedies.ts', codes: ['WIDERSPRUCH', 'KLAGE'], why: remedy },
  { path: 'services/letters/send-bescheid.ts', codes: ['WIDERSPRUCH', 'KLAGE'], why: remedy },
  { path: 'services/letters/answers.ts', codes: ['WIDERSPRUCH', 'KLAGE'], why: remedy },
  { path: 'services/objections/take-in-objection.ts', codes: ['WIDERSPRUCH'], why: remedy },
  { path: 'web/src/cases/file-words.de.ts', codes: ['WIDERSPRUCH', 'KLAGE'], why: remedy },
  { path: 'web/src/cases/file-words.en.ts', codes: ['WIDERSPRUCH', 'KLAGE'], why: remedy },
  { path: 'services/routing/ba-inputs.ts', codes: ['VERLAENGERUNG'], why: purpose },
  { path: 'services/letters/bescheid-kinds.ts', codes: ['VERLAENGERUNG'], why: purpose },
  { path: 'services/fees/workers/gebuehr-vorbereiten.ts', codes: ['ARBEITGEBERWECHSEL'], why: purpose },
  { path: 'services/routing/ba-inputs.ts', codes: ['AUSBILDUNG'], why: 'a kind of qualification' },
  { path: 'services/persons/likeness.ts', codes: ['PASS', 'AZR'], why: sameness },
  { path: 'web/src/persons/words.de.ts', codes: ['PASS', 'AZR'], why: sameness },
  { path: 'web/src/persons/words.en.ts', codes: ['PASS', 'AZR'], why: sameness },
  { path: 'services/security/', codes: ['ERKENNTNISSE'], why: 'the ground of a hidden case' },
  { path: 'services/cases/workers/vertretung-eintragen.ts', codes: ['SONSTIGES'], why: 'a kind of representation' },
];

const listed = (text: string): string => lists.filter((list) => codesOf(list).includes(text)).join(', ');

test('no Anliegen, paper, wait, authority, decision or service is written in the program', (t) => {
  const { found, idle } = findLiterals(sought, allowed, skipped);
  t.deepEqual(
    found.map((each) => `${each} (processes/amt: ${listed(each.split(' ')[1] ?? '') || 'fristen, behoerden'})`),
    [],
    'A row is asked for a property. Where the program means something else by the code, a new row takes another one, or it is allowed with its reason.',
  );
  t.deepEqual(idle, [], 'nothing is allowed that is not there');
});

const planted = (line: string): number => literalsIn('services/cases/planted.ts', line, sought).length;

test('a code is found however it is written', (t) => {
  for (const line of [
    "if (found.anliegen === 'DULDUNG') return;",
    "const names = { BLAUE_KARTE: 'Blaue Karte EU' };",
    '  MELDEBESTAETIGUNG: "Meldebestätigung",',
    "order.authority !== 'BVA'",
    "const adverse = ['VERS', 'NEB'];",
    "if (wait.kind === 'anhoerung') return;",
    "endWait(trx, { kind: 'zahlung' });",
    "answer === 'ERKENNTNISSE'",
    'const service = `AE_ERTEILUNG`;',
  ])
    t.true(planted(line) > 0, line);
});

test('what only looks like one is let through', (t) => {
  for (const line of [
    "pathOf('unterlagen')",
    "rowHas('fristen', kind, 'sicherheit')",
    "codesOf('unterlagen')",
    '// A DULDUNG: it is renewed.',
    "sendLetter(trx, { type: 'anhoerung' });",
    "const name = t('Duldung');",
  ])
    t.is(planted(line), 0, line);
});
