import { join } from 'node:path';
import test from 'ava';
import { readFolder } from '../../../services/engine/releases/read-bundle.ts';
import { checkFiles } from '../../../services/models/index.ts';
import { swap } from './planted.ts';

const { files } = await readFolder(join(import.meta.dirname, '../../../processes'));
const paths = files.map(({ path }) => path);

test('the live set has no finding', async (t) => {
  t.deepEqual(await checkFiles(files, paths), []);
});

const after = (path: string, edit: (text: string) => string) =>
  files.map((file) => (file.path === path ? { path, content: edit(file.content) } : file));

const planted: [
  what: string,
  path: string,
  edit: (text: string) => string,
  expected: { rule: string; elementId: string; severity?: string; path?: string },
  words: RegExp,
][] = [
  [
    'a job nobody does',
    'duldung/duldung.bpmn',
    swap(['type="azr-abfragen"', 'type="azr-fragen"']),
    { rule: 'job-type', elementId: 'serviceTask_AzrAbfragen' },
    /Auftrag „azr-fragen“/,
  ],
  [
    'a message nobody sends',
    'vorgang/vorgang.bpmn',
    swap(['name="neu-zuordnen"', 'name="neu-gemischt"']),
    { rule: 'message-name', elementId: 'boundaryEvent_NeuZuordnen' },
    /Nachricht „neu-gemischt“/,
  ],
  [
    'personal data in a variable',
    'duldung/duldung.bpmn',
    swap(['<zeebe:input source="=caseId" target="caseId" />', '<zeebe:input source="=caseId" target="passNummer" />']),
    { rule: 'personal-data', elementId: 'serviceTask_AzrAbfragen' },
    /passNummer ist personenbezogen/,
  ],
  [
    'personal data in a group',
    'duldung/duldung.bpmn',
    swap(['candidateGroups="=[rolle]"', 'candidateGroups="=[person.geburtsdatum]"']),
    { rule: 'personal-data', elementId: 'userTask_DuldungsgrundPruefen' },
    /geburtsdatum/,
  ],
  [
    'personal data in a field for the flow',
    'blocks/vollstaendigkeit/unterlagen-pruefen.form',
    swap(['"key": "wunschFrist"', '"key": "geburtsdatum"']),
    { rule: 'personal-data', elementId: 'feld_wunschFrist' },
    /geburtsdatum/,
  ],
  [
    'personal data in a column',
    'decisions/befristung.dmn',
    swap(['<text>dauerMonate</text>', '<text>passNummer</text>']),
    { rule: 'personal-data', elementId: 'befristung' },
    /passNummer/,
  ],
  [
    'a row without example',
    'decisions/team.vectors.json',
    (text) => JSON.stringify((JSON.parse(text) as { name: string }[]).filter(({ name }) => !name.startsWith('D2_03 '))),
    { rule: 'example-per-row', elementId: 'D2_03', path: 'decisions/team.dmn' },
    /Die Regel D2_03 hat kein Beispiel/,
  ],
  [
    'a form that is not there',
    'duldung/duldung.bpmn',
    swap(['formId="duldung-grund"', 'formId="duldung-gruende"']),
    { rule: 'bundle', elementId: 'userTask_DuldungsgrundPruefen' },
    /verweist auf das Formular duldung-gruende, das gibt es nicht\./,
  ],
  [
    'a broken file',
    'duldung/duldung.bpmn',
    swap(['</bpmn:process>', '']),
    { rule: 'bundle', elementId: '' },
    /^Die Datei ist kein lesbares XML/,
  ],
  [
    'a broken form',
    'duldung/duldung-grund.form',
    (text) => text.slice(5),
    { rule: 'bundle', elementId: '' },
    /^Die Datei ist kein lesbares JSON/,
  ],
  [
    'broken examples',
    'decisions/team.vectors.json',
    () => '{',
    { rule: 'bundle', elementId: '', path: 'decisions/team.vectors.json' },
    /./,
  ],
];

for (const [what, path, edit, expected, words] of planted) {
  test(`${what} is found, at its place`, async (t) => {
    const findings = await checkFiles(after(path, edit), [path]);
    const fits = findings.filter(
      (each) => each.rule === expected.rule && each.elementId === expected.elementId && each.path === (expected.path ?? path),
    );
    t.true(fits.length > 0, JSON.stringify(findings, null, 1));
    t.is(fits[0]?.severity, (expected.severity ?? 'error') as 'error');
    t.regex(fits[0]?.message ?? '', words);
    for (const { message } of findings) t.regex(message, /[.)]$/);
  });
}

test('what hangs on a file that is gone is found in the others', async (t) => {
  const findings = await checkFiles(
    files.filter(({ path }) => path !== 'duldung/duldung-grund.form'),
    ['duldung/duldung-grund.form'],
  );
  t.deepEqual(
    findings.map(({ path, rule, elementId }) => ({ path, rule, elementId })),
    [
      { path: 'duldung/duldung.bpmn', rule: 'bundle', elementId: 'userTask_DuldungsgrundPruefen' },
      // What the program reads of this form: duldungsgrund, ausbildungEnde, ersterteilung.
      ...Array.from({ length: 3 }, () => ({ path: '', rule: 'fact-unasked', elementId: '' })),
    ],
  );
});

test('files that did not change are not looked at again', async (t) => {
  const set = after('duldung/duldung.bpmn', swap(['type="azr-abfragen"', 'type="azr-fragen"']));
  t.deepEqual(await checkFiles(set, ['vorgang/vorgang.bpmn']), []);
});
