import test from 'ava';
import { codeWords, type Difference, diffFiles } from '../../../services/models/index.ts';
import { live, type Planted, swap } from './planted.ts';
import { plantedBpmn } from './planted-bpmn.ts';
import { plantedElements } from './planted-elements.ts';
import { plantedForms } from './planted-forms.ts';
import { plantedTables } from './planted-tables.ts';

const planted = [...plantedBpmn, ...plantedElements, ...plantedTables, ...plantedForms];

const fits = (difference: Difference, wanted: Planted['is']): boolean =>
  Object.entries(wanted).every(([key, value]) => {
    const is = difference[key as keyof Difference];
    return value instanceof RegExp ? value.test(String(is)) : JSON.stringify(is) === JSON.stringify(value);
  });

const show = (differences: Difference[]): string => differences.map((each) => JSON.stringify(each)).join('\n');

test('there are more than fifty of them', (t) => t.true(planted.length > 90, String(planted.length)));

for (const { what, path, edit, is, more } of planted) {
  test(`${path}: ${what}`, (t) => {
    const before = live(path);
    const { differences, class: highest, legal } = diffFiles([{ path, before, after: edit(before) }]);
    t.true(
      differences.some((each) => fits(each, is)),
      `wanted ${JSON.stringify(is)}\ngot\n${show(differences)}`,
    );
    if (!more) t.is(differences.length, 1, show(differences));
    if (!more) t.is(highest, is.class ?? highest);
    t.is(
      legal,
      differences.some((each) => each.legal),
    );
    for (const { words, place } of differences) {
      t.regex(words, /^[A-ZÄÖÜ].*\.$/s, 'a sentence');
      t.notRegex(`${words} ${place}`, /undefined|\[object|bpmn:|zeebe:|null\b(?!\s*(?:and|or|‘))/, 'no inner names');
      t.true(words.length < 500, words);
    }
  });
}

const same: [what: string, path: string, edit: (text: string) => string][] = [
  ['nothing', 'duldung/duldung.bpmn', (text) => text],
  ['line ends of Windows', 'duldung/duldung.bpmn', (text) => text.replaceAll('\n', '\r\n')],
  ['indentation', 'duldung/duldung.bpmn', (text) => text.replaceAll(/\n\s+</g, '\n<')],
  ['a comment', 'duldung/duldung.bpmn', swap(['<bpmn:process', '<!-- x --><bpmn:process'])],
  [
    'the order of attributes',
    'duldung/duldung.bpmn',
    (text) => text.replaceAll(/sourceRef="(\w+)" targetRef="(\w+)"/g, 'targetRef="$2" sourceRef="$1"'),
  ],
  ['another prefix', 'duldung/duldung.bpmn', (text) => text.replaceAll('bpmn:', 'b:').replace('xmlns:bpmn=', 'xmlns:b=')],
  ['what holds anyway', 'blocks/eskalation/eskalation.bpmn', swap(['attachedToRef=', 'cancelActivity="true" attachedToRef='])],
  ['indentation of a table', 'decisions/routing.dmn', (text) => text.replaceAll(/\n\s+</g, '\n<')],
  ['line ends of a table', 'decisions/routing.dmn', (text) => text.replaceAll('\n', '\r\n')],
  ['indentation of a form', 'duldung/duldung-grund.form', (text) => JSON.stringify(JSON.parse(text))],
  ['indentation of examples', 'decisions/team.vectors.json', (text) => JSON.stringify(JSON.parse(text))],
  [
    'the order of steps in the file',
    'duldung/duldung.bpmn',
    (text) => {
      const [task] = /<bpmn:userTask id="userTask_DuldungsgrundPruefen"[\s\S]*?<\/bpmn:userTask>\s*/.exec(text) ?? [''];
      return text.replace(task, '').replace('<bpmn:startEvent', () => `${task}<bpmn:startEvent`);
    },
  ],
];

for (const [what, path, edit] of same) {
  test(`${path}: ${what} is no difference`, (t) => {
    const before = live(path);
    t.deepEqual(diffFiles([{ path, before, after: edit(before) }]), { differences: [], class: null, legal: false });
  });
}

test('a drawing moved as a whole is layout, each element named', (t) => {
  const path = 'duldung/duldung.bpmn';
  const before = live(path);
  const after = before.replaceAll(/<(dc:Bounds|di:waypoint) x="(\d+)/g, (_all, name: string, x: string) => `<${name} x="${Number(x) + 10}`);
  const { differences, class: highest, legal } = diffFiles([{ path, before, after }]);
  t.is(highest, 'layout');
  t.false(legal);
  t.true(differences.every(({ how }) => how === 'moved'));
  t.is(differences.length, (before.match(/<bpmndi:BPMN(?:Shape|Edge) /g) ?? []).length);
});

test('a new file and one that is gone are one difference each', (t) => {
  const bpmn = live('neue-unterlagen/neue-unterlagen.bpmn');
  const form = live('neue-unterlagen/neue-unterlagen.form');
  const {
    differences,
    class: highest,
    legal,
  } = diffFiles([
    { path: 'a/a.bpmn', before: null, after: bpmn },
    { path: 'a/a.form', before: form, after: null },
  ]);
  t.deepEqual(
    differences.map(({ how, elementId, class: weight, words }) => ({ how, elementId, weight, words })),
    [
      { how: 'added', elementId: '', weight: 'flow', words: 'Das Modell ‚a/a.bpmn‘ ist neu.' },
      { how: 'removed', elementId: '', weight: 'rule', words: 'Das Formular ‚a/a.form‘ entfällt.' },
    ],
  );
  t.is(highest, 'flow');
  t.true(legal, 'its tasks rest on the law');
});

test('a new table is for the law to judge, whatever it says of itself', (t) => {
  t.true(diffFiles([{ path: 'decisions/neu.dmn', before: null, after: live('decisions/team.dmn') }]).legal);
});

test('examples weigh as much as their table', (t) => {
  const [table, examples] = ['decisions/team.dmn', 'decisions/team.vectors.json'];
  const { differences } = diffFiles([
    { path: table, before: live(table), after: swap(['hitPolicy="FIRST"', 'hitPolicy="UNIQUE"'])(live(table)) },
    { path: examples, before: live(examples), after: '[]' },
  ]);
  t.true(differences.length > 2);
  t.true(differences.every((each) => each.class === 'rule'));
});

test('a file that cannot be read is a difference of the heaviest kind', (t) => {
  for (const [path, after] of [
    ['a.bpmn', '<x'],
    ['a.form', '{'],
    ['a.dmn', '<!DOCTYPE x><a/>'],
  ] as const) {
    const { differences, class: highest, legal } = diffFiles([{ path, before: null, after }]);
    t.is(differences.length, 1);
    t.is(highest, 'flow');
    t.true(legal);
  }
});

test('codes are said in words where models have some', (t) => {
  const words = codeWords([
    { path: 'duldung/duldung.bpmn', content: live('duldung/duldung.bpmn') },
    { path: 'x.form', content: live('blocks/vollstaendigkeit/unterlagen-pruefen.form') },
    { path: 'kaputt.form', content: '{' },
  ]);
  t.is(words.duldung, 'Duldung');
  t.is(words.MIETVERTRAG, 'Mietvertrag');
  const path = 'decisions/routing.dmn';
  const { differences } = diffFiles([{ path, before: live(path), after: swap(['"sicherheitspruefung"', '"duldung"'])(live(path)) }], words);
  t.is(differences[0]?.words, 'Regel D1_01, Spalte ‚Prozess‘: bisher sicherheitspruefung, jetzt „Duldung“ (duldung).');
});
