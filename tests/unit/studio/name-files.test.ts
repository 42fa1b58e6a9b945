import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { nameFiles } from '../../../services/studio/name-files.ts';

const root = join(import.meta.dirname, '../../../processes');
const all = globSync('**/*.{bpmn,dmn,form}', { cwd: root }).map((file) => ({
  path: file.replaceAll('\\', '/'),
  content: readFileSync(join(root, file), 'utf8'),
}));
const forms = all.filter(({ path }) => path.endsWith('.form'));

test('every form of the office is called as the step that shows it, none as its file', (t) => {
  const nameFile = nameFiles(all);
  t.true(forms.length > 20);
  for (const { path, content } of forms) {
    const { name, plainId } = nameFile(path, content);
    t.not(name, plainId, path);
    t.regex(name, /^\p{Lu}/u, path);
  }
  const grund = forms.find(({ path }) => path === 'duldung/duldung-grund.form');
  t.is(nameFile('duldung/duldung-grund.form', grund?.content ?? '').name, 'Duldungsgrund prüfen');
});

const form = (more: object = {}): string => JSON.stringify({ id: 'frage', components: [], ...more });
const model = (...names: string[]) => ({
  path: 'x/x.bpmn',
  content: `<definitions xmlns="urn:b" xmlns:z="urn:z"><process id="x">${names
    .map((name) => `<userTask id="a" name="${name}"><extensionElements><z:formDefinition formId="frage" /></extensionElements></userTask>`)
    .join('')}</process></definitions>`,
});

test('its own title goes before; several steps are all named; nobody’s form keeps its id', (t) => {
  t.is(nameFiles([model('Frage stellen')])('x/frage.form', form({ title: 'Die Frage' })).name, 'Die Frage');
  t.is(
    nameFiles([model('Frage stellen', 'Noch einmal fragen', 'Frage stellen')])('x/frage.form', form()).name,
    'Frage stellen / Noch einmal fragen',
  );
  t.is(nameFiles([])('x/frage.form', form()).name, 'frage');
});

test('a draft that cannot be read names nothing, and breaks nothing', (t) => {
  t.is(nameFiles([{ path: 'x/x.bpmn', content: '<definitions' }])('x/frage.form', form()).name, 'frage');
});
