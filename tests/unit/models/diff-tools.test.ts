import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'ava';
import { diffFiles } from '../../../services/models/index.ts';
import { live } from './planted.ts';

type Moddle = {
  fromXML(xml: string, type?: string): Promise<{ rootElement: unknown }>;
  toXML(root: unknown, options: { format: boolean }): Promise<{ xml: string }>;
};

const cwd = join(import.meta.dirname, '../../../processes');
const { resolve } = createRequire(import.meta.url);
const load = async (name: string): Promise<Record<string, new (packages?: unknown) => Moddle>> => import(resolve(name));

const saved = async (moddle: Moddle, xml: string, type?: string): Promise<string> => {
  const { rootElement } = await moddle.fromXML(xml, type);
  return (await moddle.toXML(rootElement, { format: true })).xml;
};

test('opening and saving a model in the editor is no difference', async (t) => {
  const { BpmnModdle } = await load('bpmn-moddle');
  const zeebe: unknown = (await import(resolve('zeebe-bpmn-moddle/resources/zeebe.json'), { with: { type: 'json' } })).default;
  const modeler: unknown = (await import(resolve('modeler-moddle/resources/modeler.json'), { with: { type: 'json' } })).default;
  if (!BpmnModdle) throw new Error('no bpmn-moddle');
  for (const path of globSync('**/*.bpmn', { cwd })) {
    const before = live(path);
    t.deepEqual(diffFiles([{ path, before, after: await saved(new BpmnModdle({ zeebe, modeler }), before) }]).differences, [], path);
  }
});

test('opening and saving a table in the editor is no difference', async (t) => {
  const { DmnModdle } = await load('dmn-moddle');
  if (!DmnModdle) throw new Error('no dmn-moddle');
  for (const path of globSync('**/*.dmn', { cwd })) {
    const before = live(path);
    t.deepEqual(diffFiles([{ path, before, after: await saved(new DmnModdle(), before, 'dmn:Definitions') }]).differences, [], path);
  }
});

test('what the form editor writes besides is layout at most', (t) => {
  for (const path of globSync('**/*.form', { cwd })) {
    const before = live(path);
    const form = JSON.parse(before) as { components: Record<string, unknown>[] };
    const components = form.components.map((each, index) => ({ ...each, layout: { row: `Row_${index}`, columns: null } }));
    const after = JSON.stringify({ ...form, components, schemaVersion: 19, exporter: { name: 'form-js', version: '1.23.0' } });
    const { class: highest, legal } = diffFiles([{ path, before, after }]);
    t.is(highest, 'layout', path);
    t.false(legal);
  }
});
