import test from 'ava';
import { textsOf } from '../../../services/portal/language.ts';
import { describeProgress, type MatterFacts } from '../../../services/portal/matter/describe-progress.ts';

const until = new Date('2026-06-29T21:59:59Z');
const facts = (kinds: string[], change: Partial<MatterFacts> = {}): MatterFacts => ({
  anliegen: 'BESCHAEFTIGUNG',
  status: 'wartet',
  outcome: null,
  receivedAt: new Date('2026-06-08T08:00:00Z'),
  deadline: new Date('2026-07-08T21:59:59Z'),
  routed: true,
  validUntil: null,
  waits: kinds.map((kind) => ({ kind, until })),
  tasks: [],
  papers: 0,
  owed: 100,
  today: '2026-06-08',
  ...change,
});
const told = (kinds: string[]) => describeProgress(facts(kinds), textsOf('de'), 'de');

const lines: [kinds: string[], waiting: RegExp, next: RegExp][] = [
  [['unterlagen'], /^Ihre Unterlagen, bis Montag, 29\. Juni 2026/, /prüfen wir weiter/],
  [['anhoerung'], /^Ihre Stellungnahme, bis Montag, 29\. Juni 2026/, /Dann entscheiden wir/],
  [['zahlung'], /^Ihre Zahlung: 100,00 Euro, bis Montag, 29\. Juni 2026/, /machen wir weiter/],
  [['beteiligung', 'ba'], /^Die Bundesagentur für Arbeit/, /prüfen wir Ihren Antrag weiter/],
  [['eat'], /^Ihre Karte/, /schreiben wir Ihnen/],
  [['rp'], /^Das Regierungspräsidium/, /Brief mit der Entscheidung/],
  [['beteiligung', 'zahlung'], /^Ihre Zahlung/, /machen wir weiter/],
];
for (const [kinds, waiting, next] of lines)
  test(`three lines for ${kinds.join(' and ')}`, (t) => {
    const progress = told(kinds);
    t.regex(progress.waiting, waiting);
    t.regex(progress.next, next);
    t.is(progress.here.length, 1);
  });

test('who has to come is told so first', (t) => {
  const tasks = [{ purpose: 'biometrie' as const, status: 'offen' }];
  const { waiting, next } = describeProgress(facts(['wiedervorlage', 'beteiligung'], { tasks }), textsOf('de'), 'de');
  t.regex(waiting, /^Sie\. Bitte kommen Sie/);
  t.is(next, 'Dann bestellen wir Ihre Karte.');
});

test('a security query is told as what it looks like to everybody: we are still checking', (t) => {
  const { waiting, next } = told(['beteiligung']);
  t.is(waiting, 'Nichts. Sie müssen gerade nichts tun.');
  t.is(next, 'Wir prüfen Ihren Antrag noch.');
});
