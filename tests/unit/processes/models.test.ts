import { join } from 'node:path';
import test from 'ava';
import { lintFolder } from '../../../.config/lint-models.ts';
import { readBundle } from '../../../services/engine/releases/read-bundle.ts';
import { readDecisionTables } from '../../../services/reading/index.ts';
import { readXml, walk } from '../../../services/reading/read-xml.ts';

const root = join(import.meta.dirname, '../../..');
const processes = join(root, 'processes');
const { parts } = await readBundle(processes);

test('all models pass, and every form, decision, process and job type they name exists', async (t) => {
  const findings = await lintFolder(processes);
  t.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
  );
});

test('the models of the spine are there', (t) => {
  const ids = parts.filter(({ kind }) => kind === 'bpmn').map(({ plainId }) => plainId);
  for (const id of ['vorgang', 'eingang', 'vollstaendigkeit', 'bescheid', 'duldung', 'duldung-verlaengerung', 'neue-unterlagen'])
    t.true(ids.includes(id), id);
});

for (const { file, content, kind } of parts.filter((part) => part.kind === 'bpmn')) {
  test(`${file}: the process is called as its file and folder`, (t) => {
    t.is(kind, 'bpmn');
    const id = [...walk(readXml(content))].find(({ name }) => name === 'process')?.attributes.id;
    t.true(file.endsWith(`${id}/${id}.bpmn`));
  });
}

for (const { file, content, vectors } of parts.filter((part) => part.kind === 'dmn')) {
  test(`${file}: every row has an example, named after it`, (t) => {
    const tables = readDecisionTables(content);
    for (const { id, rules } of tables) {
      for (const rule of rules)
        t.true(
          vectors.some(({ name, decision }) => decision === id && name.split(' ')[0] === rule.id),
          `${id} ${rule.id}`,
        );
    }
  });

  test(`${file}: an example gives every input and expects every output`, (t) => {
    const tables = readDecisionTables(content);
    for (const { name, decision, input, output } of vectors) {
      const table = tables.find(({ id }) => id === decision);
      const computed = tables.map(({ variable }) => variable);
      for (const { expression } of table?.inputs ?? [])
        if (!computed.includes(expression)) t.true(expression in input, `${name}: ${expression}`);
      const [first, ...more] = table?.outputs ?? [];
      if (first && more.length > 0)
        for (const each of table?.hitPolicy === 'COLLECT' ? ((output ?? []) as object[]) : [output as object])
          t.deepEqual(Object.keys(each).sort(), [first, ...more].map((one) => one.name).sort(), name);
    }
  });
}
