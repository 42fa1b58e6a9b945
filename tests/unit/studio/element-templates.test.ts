import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import test from 'ava';
import { templates } from '../../../web/src/bpmn/templates/make-templates.ts';

const root = join(import.meta.dirname, '../../..');
// Comes along with the element templates themselves.
const { validateZeebe } = createRequire(createRequire(import.meta.url).resolve('bpmn-js-element-templates'))(
  '@bpmn-io/element-templates-validator',
) as { validateZeebe: (template: unknown) => { valid: boolean; errors: unknown } };

type Property = { value?: unknown; binding: { type: string; name?: string; property?: string } };
const boundValue = (properties: readonly unknown[], type: string, property: string): unknown =>
  (properties as Property[]).find(({ binding }) => binding.type === type && binding.property === property)?.value;
const inputsOf = (properties: readonly unknown[]): string[] =>
  (properties as Property[]).filter(({ binding }) => binding.type === 'zeebe:input').map(({ binding }) => binding.name ?? '');

test('every template is one the modeler takes', (t) => {
  for (const template of templates) {
    const { valid, errors } = validateZeebe(template);
    t.true(valid, `${template.id}: ${JSON.stringify(errors)}`);
  }
  t.is(new Set(templates.map(({ id }) => id)).size, templates.length);
});

test('every worker but the one for people’s tasks has its template, and no other job type has', (t) => {
  const workers = globSync('services/*/workers/*.ts', { cwd: root }).map((path) => basename(path, '.ts'));
  const offered = templates.flatMap(({ properties }) => boundValue(properties, 'zeebe:taskDefinition', 'type') ?? []);
  t.deepEqual([...offered].sort(), workers.filter((type) => type !== 'user-task').sort());
});

test('a service is given what its worker reads', (t) => {
  for (const { properties } of templates) {
    const type = boundValue(properties, 'zeebe:taskDefinition', 'type');
    if (typeof type !== 'string') continue;
    const [file] = globSync(`services/*/workers/${type}.ts`, { cwd: root });
    const source = readFileSync(join(root, file ?? ''), 'utf8');
    const given = inputsOf(properties);
    t.true(given.includes('caseId'), type);
    for (const name of given) t.true(new RegExp(`\\b${name}\\b`).test(source), `${type} reads ${name}`);
  }
});

test('every block is called by its own id, with inputs it knows', (t) => {
  for (const { properties } of templates) {
    const id = boundValue(properties, 'zeebe:calledElement', 'processId');
    if (typeof id !== 'string') continue;
    const [file] = globSync(`processes/**/${id}.bpmn`, { cwd: root });
    t.truthy(file, id);
    const block = readFileSync(join(root, file ?? ''), 'utf8');
    // What the block does not pass on by name, its services see all the same.
    const workers = [...block.matchAll(/taskDefinition type="([^"]+)"/g)].flatMap(([, type]) =>
      globSync(`services/*/workers/${type}.ts`, { cwd: root }),
    );
    const known = [block, ...workers.map((path) => readFileSync(join(root, path), 'utf8'))].join('\n');
    for (const name of inputsOf(properties)) t.true(new RegExp(`\\b${name}\\b`).test(known), `${id} knows ${name}`);
  }
});
