import test from 'ava';
import { faultBeside } from '../../../services/forms/check-form.ts';
import { validateForm } from '../../../services/forms/index.ts';
import { engineFields, type Form, type FormComponent, namesSpokenOf } from '../../../services/forms/read-form.ts';

const form = (...components: FormComponent[]): Form => ({ components });
const today = '2026-11-22';
const faults = (checked: { faults: { field: string }[] }): string[] => checked.faults.map((fault) => fault.field);

test('names every fault at once, not only the first', (t) => {
  const both = form(
    { type: 'textfield', key: 'name', label: 'Name', validate: { required: true } },
    { type: 'number', key: 'monate', label: 'Monate', validate: { min: 1, max: 12 }, decimalDigits: 0 },
    { type: 'datetime', key: 'bis', subtype: 'date' },
  );
  t.deepEqual(faults(validateForm(both, { monate: 13, bis: '2026-02-30' }, {}, today)), ['name', 'monate', 'bis']);
});

test('refuses a field the form does not have, by its name', (t) => {
  const checked = validateForm(form({ type: 'textfield', key: 'a' }), { a: 'x', assignee: 'al' }, {}, today);
  t.deepEqual(checked.faults, [{ field: 'assignee', message: 'dieses Feld gibt es im Formular nicht' }]);
});

test('does not ask for a field that its condition hides, and takes no value for it', (t) => {
  const conditional = form(
    {
      type: 'radio',
      key: 'wahl',
      values: [
        { label: 'Ja', value: 'JA' },
        { label: 'Nein', value: 'NEIN' },
      ],
    },
    { type: 'textfield', key: 'grund', validate: { required: true }, conditional: { hide: '=wahl != "NEIN"' } },
  );
  t.deepEqual(validateForm(conditional, { wahl: 'JA', grund: 'trotzdem' }, {}, today), { values: { wahl: 'JA' }, faults: [] });
  t.deepEqual(faults(validateForm(conditional, { wahl: 'NEIN' }, {}, today)), ['grund']);
});

const yesNo = ['JA', 'NEIN'].map((value) => ({ label: value, value }));
/** Each question shows only if the one before it is answered with yes; the last is a text. */
const chain = form(
  { type: 'radio', key: 'verheiratet', values: yesNo, validate: { required: true } },
  { type: 'radio', key: 'partnerHier', values: yesNo, validate: { required: true }, conditional: { hide: '=verheiratet != "JA"' } },
  { type: 'textfield', key: 'anschrift', validate: { required: true }, conditional: { hide: '=partnerHier != "JA"' } },
);

test('the answer of a question that is hidden again steers no other, along the whole chain', (t) => {
  const left = { verheiratet: 'NEIN', partnerHier: 'JA', anschrift: 'Lindenweg 4' };
  t.deepEqual(validateForm(chain, left, {}, today), { values: { verheiratet: 'NEIN' }, faults: [] });
  // What an earlier round has left in the case is no answer either.
  t.deepEqual(validateForm(chain, { verheiratet: 'NEIN' }, { partnerHier: 'JA' }, today), { values: { verheiratet: 'NEIN' }, faults: [] });
  t.deepEqual(faults(validateForm(chain, { verheiratet: 'JA', partnerHier: 'JA' }, {}, today)), ['anschrift']);
});

test('a question that shows because another is not answered shows when that one is hidden', (t) => {
  const other = form(
    { type: 'radio', key: 'a', values: yesNo },
    { type: 'radio', key: 'b', values: yesNo, conditional: { hide: '=a != "JA"' } },
    { type: 'textfield', key: 'c', validate: { required: true }, conditional: { hide: '=b = "JA"' } },
  );
  t.deepEqual(faults(validateForm(other, { a: 'NEIN', b: 'JA' }, {}, today)), ['c']);
});

test('conditions that go round in a circle come to an end', (t) => {
  const circle = form(
    { type: 'textfield', key: 'a', conditional: { hide: '=b != null' } },
    { type: 'textfield', key: 'b', conditional: { hide: '=a != null' } },
  );
  t.notThrows(() => validateForm(circle, { a: 'x', b: 'y' }, {}, today));
});

test('an entry of a list sees its own answers, not a field of the same name outside', (t) => {
  const rows = form(
    { type: 'radio', key: 'art', values: yesNo },
    {
      type: 'dynamiclist',
      path: 'schritte',
      components: [
        { type: 'radio', key: 'art', values: yesNo },
        { type: 'textfield', key: 'wo', validate: { required: true }, conditional: { hide: '=art != "JA"' } },
      ],
    },
  );
  t.deepEqual(validateForm(rows, { art: 'JA', schritte: [{}] }, {}, today).faults, []);
  t.deepEqual(faults(validateForm(rows, { schritte: [{ art: 'JA' }] }, {}, today)), ['schritte[0].wo']);
});

test('a hidden group hides all it holds', (t) => {
  const grouped = form({
    type: 'group',
    conditional: { hide: '=offen != true' },
    components: [{ type: 'textfield', key: 'innen', validate: { required: true } }],
  });
  t.deepEqual(validateForm(grouped, {}, {}, today).faults, []);
  t.deepEqual(faults(validateForm(grouped, {}, { offen: true }, today)), ['innen']);
});

test('conditions see what is known of the case, not only what was entered', (t) => {
  const known = form({
    type: 'textfield',
    key: 'attest',
    validate: { required: true },
    conditional: { hide: '=duldungsgrund != "KRANKHEIT"' },
  });
  t.deepEqual(faults(validateForm(known, {}, { duldungsgrund: 'KRANKHEIT' }, today)), ['attest']);
});

test('read-only and disabled fields are never taken from the client', (t) => {
  const locked = form({ type: 'textfield', key: 'wirkung', readonly: true }, { type: 'textfield', key: 'norm', disabled: true });
  t.deepEqual(validateForm(locked, { wirkung: 'X', norm: 'Y' }, {}, today), { values: {}, faults: [] });
});

test('a choice ticked twice is a mistake: the letter would name it twice', (t) => {
  const values = [{ label: 'Pass', value: 'PASS' }];
  const paper = form({ type: 'checklist', key: 'fehlend', values });
  t.deepEqual(faults(validateForm(paper, { fehlend: ['PASS', 'PASS'] }, {}, today)), ['fehlend']);
  t.deepEqual(faults(validateForm(paper, { fehlend: ['PASS'] }, {}, today)), []);
});

test('takes only offered options in select, radio and checklist', (t) => {
  const values = [{ label: 'A', value: 'A' }];
  const offered = form({ type: 'select', key: 's', values }, { type: 'radio', key: 'r', values }, { type: 'checklist', key: 'c', values });
  t.deepEqual(faults(validateForm(offered, { s: 'B', r: 'B', c: ['A', 'B'] }, {}, today)), ['s', 'r', 'c']);
  t.deepEqual(validateForm(offered, { s: 'A', r: 'A', c: ['A'] }, {}, today).faults, []);
});

test('options may come from the data of the step', (t) => {
  const listed = form({ type: 'checklist', key: 'c', valuesKey: 'moeglich' });
  t.deepEqual(validateForm(listed, { c: ['PASS'] }, { moeglich: [{ label: 'Pass', value: 'PASS' }] }, today).faults, []);
  t.deepEqual(faults(validateForm(listed, { c: ['FOTO'] }, { moeglich: ['PASS'] }, today)), ['c']);
});

test('a required box must be ticked, a required list must hold something', (t) => {
  const needed = form(
    { type: 'checkbox', key: 'erklaert', validate: { required: true } },
    { type: 'checklist', key: 'fehlend', values: [], validate: { required: true } },
  );
  t.deepEqual(faults(validateForm(needed, { erklaert: false, fehlend: [] }, {}, today)), ['erklaert', 'fehlend']);
});

test('dates must exist, and lie ahead where the form says so', (t) => {
  const dated = form({ type: 'datetime', key: 'bis', subtype: 'date', properties: { fruehestens: 'heute' } });
  for (const bis of ['2026-02-29', '22.11.2026', '2026-11-21', 20261122])
    t.deepEqual(faults(validateForm(dated, { bis }, {}, today)), ['bis'], String(bis));
  t.deepEqual(validateForm(dated, { bis: '2026-11-22' }, {}, today).faults, []);
});

test('rows of a dynamic list are checked one by one, with their place in the fault', (t) => {
  const rows = form({
    type: 'dynamiclist',
    path: 'schritte',
    components: [{ type: 'textfield', key: 'schritt', validate: { required: true } }],
  });
  t.deepEqual(faults(validateForm(rows, { schritte: [{ schritt: 'Botschaft' }, {}] }, {}, today)), ['schritte[1].schritt']);
  t.deepEqual(validateForm(rows, { schritte: [{ schritt: 'Botschaft' }] }, {}, today).values, { schritte: [{ schritt: 'Botschaft' }] });
  t.deepEqual(faults(validateForm(rows, { schritte: 'alle' }, {}, today)), ['schritte']);
});

test('text that cannot be stored is a fault of the field, not of the server', (t) => {
  const text = form({ type: 'textfield', key: 'a' });
  for (const a of ['x\u0000y', '\ud800', 7, {}, 'x'.repeat(10_001)]) t.deepEqual(faults(validateForm(text, { a }, {}, today)), ['a']);
});

test('patterns are whole-value matches', (t) => {
  const serial = form({ type: 'textfield', key: 's', validate: { pattern: '[A-Z]{2}' } });
  t.deepEqual(faults(validateForm(serial, { s: 'xABx' }, {}, today)), ['s']);
  t.deepEqual(validateForm(serial, { s: 'AB' }, {}, today).faults, []);
});

test('a form that is asked for is said in words, and met by small letters and blanks where capitals are meant', (t) => {
  const serial = form({
    type: 'textfield',
    key: 's',
    label: 'Seriennummer',
    validate: { pattern: '^[A-Z0-9]{5,20}$', minLength: 5, maxLength: 20 },
    properties: { form: '5 bis 20 Großbuchstaben und Ziffern, zum Beispiel A1234567' },
  });
  for (const s of ['ab1234567', ' AB 1234567 ', 'ab\u200b1234567'])
    t.deepEqual(validateForm(serial, { s }, {}, today), { values: { s: 'AB1234567' }, faults: [] }, s);
  t.deepEqual(validateForm(serial, { s: 'AB-12345' }, {}, today).faults, [
    { field: 's', message: 'Seriennummer: bitte so angeben: 5 bis 20 Großbuchstaben und Ziffern, zum Beispiel A1234567' },
  ]);
});

test('blanks and invisible signs are no answer, and no part of its length', (t) => {
  const reason = form({ type: 'textarea', key: 'grund', label: 'Grund', validate: { required: true, minLength: 25, maxLength: 2000 } });
  for (const grund of [' '.repeat(25), '\u200b'.repeat(25), '\n\t\u00a0\u2800'])
    t.deepEqual(validateForm(reason, { grund }, {}, today).faults, [{ field: 'grund', message: 'Grund: bitte ausfüllen' }]);
  t.deepEqual(validateForm(reason, { grund: `so${' '.repeat(30)}nicht` }, {}, today).faults, [
    { field: 'grund', message: 'Grund: mindestens 25 Zeichen' },
  ]);
  t.deepEqual(validateForm(reason, { grund: 'Der Pass liegt bei der Botschaft.' }, {}, today).faults, []);
  const free = form({ type: 'textarea', key: 'notiz' });
  t.deepEqual(validateForm(free, { notiz: ' \u200b ' }, {}, today).values, { notiz: '' });
});

test('an amount sent as text is no number, and one that may mean two is named with both', (t) => {
  const pay = form({
    type: 'number',
    key: 'brutto',
    label: 'Brutto',
    appearance: { suffixAdorner: '€' },
    validate: { min: 0, max: 100_000 },
  });
  t.deepEqual(validateForm(pay, { brutto: '45.9' }, {}, today).faults, [
    { field: 'brutto', message: 'Brutto: ist nicht eindeutig: 45,90\u00a0€ oder 45.900,00\u00a0€?' },
  ]);
  t.deepEqual(validateForm(pay, { brutto: 'viel' }, {}, today).faults, [{ field: 'brutto', message: 'Brutto: bitte eine Zahl eingeben' }]);
  t.deepEqual(validateForm(pay, { brutto: 100_001 }, {}, today).faults, [
    { field: 'brutto', message: 'Brutto: höchstens 100.000,00\u00a0€' },
  ]);
});

test('only fields marked for the engine leave the case', (t) => {
  const marked = form(
    { type: 'textfield', key: 'familienname' },
    { type: 'group', components: [{ type: 'radio', key: 'entscheidung', properties: { engine: 'true' }, values: [] }] },
  );
  t.deepEqual(engineFields(marked), ['entscheidung']);
});

test('a date is named by its own label', (t) => {
  const dated = form({ type: 'datetime', key: 'gueltigBis', subtype: 'date', dateLabel: 'Gültig bis', validate: { required: true } });
  t.deepEqual(validateForm(dated, {}, {}, today).faults, [{ field: 'gueltigBis', message: 'Gültig bis: bitte ausfüllen' }]);
});

test('moments need a day that exists and a zone', (t) => {
  const moment = form({ type: 'datetime', key: 'm', subtype: 'datetime' });
  for (const m of ['2026-11-22T10:00', '2026-02-29T10:00Z', '2026-11-22T24:00Z', 'morgen'])
    t.deepEqual(faults(validateForm(moment, { m }, {}, today)), ['m'], m);
  for (const m of ['2026-11-22T10:00Z', '2026-11-22T10:00:30.5+01:00']) t.deepEqual(validateForm(moment, { m }, {}, today).faults, [], m);
});

test('a condition about something nobody knows yet hides nothing', (t) => {
  const open = form({ type: 'textfield', key: 'a', validate: { required: true }, conditional: { hide: '=unbekannt = "X"' } });
  t.deepEqual(faults(validateForm(open, {}, {}, today)), ['a']);
});

test('all names are found that conditions, texts and options speak of', (t) => {
  const speaking = form(
    { type: 'text', text: 'Vorschlag: {{gueltigBisVorschlag}}', conditional: { hide: '=anlass != "ERST"' } },
    { type: 'group', components: [{ type: 'select', key: 's', valuesKey: 'moeglich' }] },
  );
  t.true(new Set(['gueltigBisVorschlag', 'anlass', 'moeglich']).isSubsetOf(namesSpokenOf(speaking)));
});

test('a fault stands by itself in a summary and without the name beside its field', (t) => {
  const question: FormComponent = { type: 'radio', key: 'r', label: 'Ist das so?', values: [], validate: { required: true } };
  const [fault] = validateForm(form(question), {}, {}, today).faults;
  t.is(fault?.message, 'Ist das so? – bitte ausfüllen');
  t.is(faultBeside(question, fault?.message ?? ''), 'bitte ausfüllen');
});
