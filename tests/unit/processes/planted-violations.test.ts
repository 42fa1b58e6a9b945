import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import test from 'ava';
import type { Kind } from '../../../services/engine/releases/releases.ts';
import { checkModel } from '../../../services/models/check/check-model.ts';
import { rules } from '../../../services/models/check/rules/index.ts';

const folder = new URL('../../fixtures/models/', import.meta.url);
const files = readdirSync(folder).toSorted();

/** A fixture is named after the one rule it breaks; everything else in it is right. */
for (const file of files) {
  const kind = extname(file).slice(1) as Kind;
  const rule = basename(file, extname(file));
  const clean = rule.startsWith('clean');
  test(`${file} ${clean ? 'has no finding' : 'is found, and nothing else is'}`, async (t) => {
    const findings = await checkModel(kind, readFileSync(new URL(file, folder), 'utf8'));
    const found = new Set(findings.map((finding) => finding.rule.replace(/^.*\//, '')));
    t.deepEqual([...found], clean ? [] : [rule]);
    for (const { message, elementId } of findings) {
      t.regex(message, /^[A-ZÄÖÜ„].*[.)]$/s, 'a German sentence');
      t.not(elementId, '', 'it points to an element');
    }
  });
}

test('every rule of ours has its planted violation', (t) => {
  for (const { name } of rules) t.true(files.includes(`${name}.bpmn`), name);
});

test('a file that cannot be read is refused in one sentence', async (t) => {
  const dtd = '<!DOCTYPE x [<!ENTITY a "b">]><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" />';
  await t.throwsAsync(checkModel('bpmn', dtd), { message: /DTD/ });
  await t.throwsAsync(checkModel('dmn', '<definitions>'), { message: /kein lesbares XML/ });
  await t.throwsAsync(checkModel('form', '{'), { message: /kein lesbares JSON/ });
});

test('XML that is no BPMN is one finding', async (t) => {
  const findings = await checkModel('bpmn', '<a />');
  t.deepEqual(
    findings.map(({ rule, severity }) => ({ rule, severity })),
    [{ rule: 'bpmn', severity: 'error' }],
  );
});

test('JSON that is no form is one finding', async (t) => {
  for (const content of ['null', '[]', '{"components":{}}', '"x"']) t.is((await checkModel('form', content)).length, 1, content);
});
