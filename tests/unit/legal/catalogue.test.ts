import test from 'ava';
import { type Catalogue, checkCatalogue, parseCatalogue, readCatalogue } from '../../../services/legal/catalogue.ts';
import { fillForm, valueKeysIn } from '../../../services/legal/fill-form.ts';
import { lawStateOn } from '../../../services/legal/law-state.ts';
import { relevantDay } from '../../../services/legal/relevant-day.ts';
import { valueAt, valuesAt } from '../../../services/legal/value-at.ts';
import { wordsOf } from '../../../services/legal/words.ts';

const numberAt = (key: string, day: string): number => Number(valueAt(key, day).wert);

const fassung = (wert: number, gueltigAb: string, gueltigBis: string | null) => ({
  wert,
  gueltigAb,
  gueltigBis,
  norm: '§ 1 AufenthG',
  stand: '2026-04-29',
});
const probe = (...fassungen: ReturnType<typeof fassung>[]): Catalogue => ({
  rechtsstand: '2026-04-29',
  aenderungen: [],
  werte: [{ key: 'probe', label: 'Probe', einheit: 'TAGE', fassungen }],
});

test('the catalogue of the office has nothing wrong with it', (t) => {
  t.deepEqual(checkCatalogue(readCatalogue()), []);
});

test('two Fassungen of one value never hold on the same day', (t) => {
  t.deepEqual(checkCatalogue(probe(fassung(1, '2025-01-01', '2025-12-31'), fassung(2, '2026-01-01', null))), []);
  t.regex(checkCatalogue(probe(fassung(1, '2025-01-01', '2026-01-01'), fassung(2, '2026-01-01', null))).join(), /überschneiden sich/);
  t.regex(checkCatalogue(probe(fassung(2, '2026-01-01', null), fassung(1, '2025-01-01', null))).join(), /überschneiden sich/);
  t.regex(checkCatalogue(probe(fassung(1, '2025-01-02', '2025-01-01'))).join(), /endet, bevor sie beginnt/);
});

test('a day that is none, a wrong unit and a key that stands twice are found', (t) => {
  t.regex(checkCatalogue(probe(fassung(1, '2025-02-30', null))).join(), /kein Tag/);
  const wrong = probe(fassung(1, '2025-01-01', null));
  const [value] = wrong.werte;
  if (!value) return t.fail();
  t.regex(checkCatalogue({ ...wrong, werte: [{ ...value, einheit: 'DATUM' }] }).join(), /passt nicht zur Einheit/);
  t.regex(checkCatalogue({ ...wrong, werte: [value, value] }).join(), /steht zweimal/);
  t.throws(() => parseCatalogue(JSON.stringify({ ...wrong, werte: [value, value] })), {
    message: /rechtswerte\.json: probe steht zweimal/,
  });
});

test('the salary of the Blaue Karte is the one of the year', (t) => {
  t.is(numberAt('blaueKarte.regel', '2025-12-31'), 48_300);
  t.is(numberAt('blaueKarte.regel', '2026-01-01'), 50_700);
  t.is(numberAt('blaueKarte.engpass', '2026-06-08'), 45_934.2);
});

test('the salaries are their share of the ceiling, rounded to cents', (t) => {
  for (const day of ['2024-06-01', '2025-06-01', '2026-06-01']) {
    const ceiling = numberAt('bbg', day);
    t.is(numberAt('blaueKarte.regel', day), ceiling / 2);
    t.is(numberAt('blaueKarte.engpass', day), Math.round(ceiling * 45.3) / 100);
    t.is(numberAt('alter45.gehalt', day), Math.round(ceiling * 55) / 100);
  }
});

test('an unknown key and a day without a Fassung are refused by name', (t) => {
  t.throws(() => valueAt('gibt.es.nicht', '2026-01-01'), { message: /„gibt\.es\.nicht“/ });
  t.throws(() => valueAt('blaueKarte.regel', '2023-12-31'), { message: /2023-12-31 .*„blaueKarte\.regel“/ });
});

test('the values of a day are those that hold on it, each once', (t) => {
  const values = valuesAt('2026-06-12');
  t.is(new Set(values.map(({ key }) => key)).size, values.length);
  t.false(
    values.some(({ key }) => key === 'asyl.ausreise'),
    'ended with the GEAS law',
  );
  t.true(valuesAt('2026-06-11').some(({ key }) => key === 'asyl.ausreise'));
});

test('a value is read as people say it', (t) => {
  t.is(wordsOf({ wert: 50_700, einheit: 'EURO_JAHR' }), '50.700 Euro im Jahr');
  t.is(wordsOf({ wert: 45_934.2, einheit: 'EURO_JAHR' }), '45.934,20 Euro im Jahr');
  t.is(wordsOf({ wert: 1, einheit: 'WOCHEN' }), '1 Woche');
  t.is(wordsOf({ wert: 140, einheit: 'ARBEITSTAGE' }), '140 Arbeitstage');
  t.is(wordsOf({ wert: '2027-03-04', einheit: 'DATUM' }), '4. März 2027');
});

test('a form names values by key, and gets those of the day', (t) => {
  const form = {
    components: [
      { type: 'text', text: 'Mindestens {{wert:blaueKarte.regel}}; {{ gehalt }}.' },
      { type: 'group', components: [] },
    ],
  };
  t.deepEqual(valueKeysIn(JSON.stringify(form)), ['blaueKarte.regel']);
  const { form: filled, values } = fillForm(form, '2025-03-01');
  t.is(filled.components[0]?.text, 'Mindestens 48.300 Euro im Jahr; {{ gehalt }}.');
  t.deepEqual(
    values.map(({ key, wert }) => [key, wert]),
    [['blaueKarte.regel', 48_300]],
  );
});

test('a form opens even where the catalogue says nothing about its day', (t) => {
  const { form, values } = fillForm({ text: 'Ab {{wert:blaueKarte.regel}}' }, '2001-01-01');
  t.is(form.text, 'Ab (kein Wert im Verzeichnis)');
  t.deepEqual(values, []);
});

test('a form without values is given back as it is', (t) => {
  const form = { text: 'Hallo {{ name }}' };
  t.is(fillForm(form, '2026-01-01').form, form);
  t.is(fillForm(null, '2026-01-01').form, null);
});

test('the day that counts is the day of application, else the day of receipt in Berlin', (t) => {
  const receivedAt = new Date('2025-12-31T23:30:00Z');
  t.is(relevantDay({ facts: {}, receivedAt }), '2026-01-01');
  t.is(relevantDay({ facts: { antragDatum: '2025-11-03' }, receivedAt }), '2025-11-03');
  t.is(relevantDay({ facts: { antragDatum: 'bald' }, receivedAt }), '2026-01-01');
});

test('the GEAS law is a banner from its day on', (t) => {
  t.deepEqual(lawStateOn('2026-06-11').changes, []);
  const [change] = lawStateOn('2026-06-12').changes;
  t.is(change?.since, '2026-06-12');
  t.true(change?.processes.includes('duldung'));
});
