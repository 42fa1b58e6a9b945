import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import test from 'ava';
import type { Kind } from '../../../services/engine/releases/releases.ts';
import { checkModel } from '../../../services/models/check/check-model.ts';
import { promiseNames } from '../../../services/models/check/promises/names.ts';
import { rules } from '../../../services/models/check/rules/index.ts';
import { readFrontMatter } from '../../../services/typed/front-matter.ts';

const fixtures = new URL('../../fixtures/models/', import.meta.url);
const pages = new URL('../../../services/models/check/rules/pages/', import.meta.url);
const isModel = (file: string): boolean => /\.(bpmn|dmn|form)$/.test(file);

/** A fixture is named after the one rule it breaks; everything else in it is right. So are the drawings of a rule's page; those that are right have other names. */
const models = [
  ...readdirSync(fixtures).map((file) => ({ file, folder: fixtures, clean: file.startsWith('clean') })),
  ...readdirSync(pages)
    .filter(isModel)
    .map((file) => ({ file, folder: pages, clean: !file.endsWith('.falsch.bpmn') })),
];
for (const { file, folder, clean } of models) {
  const kind = extname(file).slice(1) as Kind;
  const rule = basename(file, extname(file)).replace(/\.falsch$/, '');
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

test('every rule of ours has a page with its planted violation, which marks the place, and a right drawing; every promise one in words', async (t) => {
  for (const { name } of rules) {
    const { fields, text = '' } = readFrontMatter(readFileSync(new URL(`${name}.md`, pages), 'utf8')) ?? {};
    const { titel, element, richtig } = fields ?? {};
    t.truthy(titel, name);
    t.regex(text, /\*\*So geht es:\*\*/, name);
    const found = await checkModel('bpmn', readFileSync(new URL(`${name}.falsch.bpmn`, pages), 'utf8'));
    t.true(
      found.some(({ rule, elementId }) => rule === name && elementId === element),
      `${name}: ${element} is not among ${found.map(({ elementId }) => elementId).join(', ')}`,
    );
    t.true(
      models.some(({ file, clean }) => clean && file === `${richtig}.bpmn`),
      `${name}: ${richtig}`,
    );
  }
  for (const name of promiseNames) {
    const { fields, text = '' } = readFrontMatter(readFileSync(new URL(`${name}.md`, pages), 'utf8')) ?? {};
    t.truthy(fields?.titel, name);
    for (const part of ['So nicht', 'So ist es richtig', 'So geht es']) t.regex(text, new RegExp(`^\\*\\*${part}:\\*\\* .+`, 'm'), name);
  }
  const named = readdirSync(pages).filter((file) => file.endsWith('.md'));
  t.deepEqual(named.map((file) => basename(file, '.md')).toSorted(), [...rules.map(({ name }) => name), ...promiseNames].toSorted());
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
