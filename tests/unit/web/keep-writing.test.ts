import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'ava';
import { BpmnModdle } from 'bpmn-moddle';
import modeler from 'modeler-moddle/resources/modeler.json' with { type: 'json' };
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { keepWriting } from '../../../web/src/bpmn/writing/keep-writing.ts';

/** As the editors hold a file: what they open, change and save. */
type Node = { $type: string; id: string; name?: string; get: (name: string) => unknown; set: (name: string, value: unknown) => void };
type Moddle = {
  fromXML: (xml: string) => Promise<{ rootElement: Node }>;
  toXML: (root: Node, options: object) => Promise<{ xml: string }>;
  create: (type: string, attributes: object) => Node;
};
const bpmn = new BpmnModdle({ zeebe, modeler }) as unknown as Moddle;
// The table editor brings its own reader and writer.
const { DmnModdle } = (await import(createRequire(import.meta.resolve('dmn-js/package.json')).resolve('dmn-moddle'))) as {
  DmnModdle: new () => Moddle;
};
const dmn = new DmnModdle();

const folder = new URL('../../../processes/', import.meta.url).pathname;
const models = (ending: string): [path: string, text: string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);

const edit = async (moddle: Moddle, text: string, change: (root: Node) => void): Promise<string> => {
  const { rootElement } = await moddle.fromXML(text);
  change(rootElement);
  return keepWriting(text, (await moddle.toXML(rootElement, { format: true })).xml);
};
/** Lines of a text that are not, or not there, in the other. */
const changedLines = (before: string, after: string): string[] => {
  const left = before.split('\n');
  const new_: string[] = [];
  for (const line of after.split('\n')) {
    const at = left.indexOf(line);
    if (at < 0) new_.push(line);
    else left.splice(at, 1);
  }
  return [...new_, ...left];
};
const listOf = (node: Node, name: string): Node[] => node.get(name) as Node[];
const processOf = (root: Node): Node => listOf(root, 'rootElements').find(({ $type }) => $type === 'bpmn:Process') as Node;

test('a drawing that was opened and saved is the same, letter by letter: all models', async (t) => {
  for (const [path, text] of models('.bpmn')) t.is(await edit(bpmn, text, () => undefined), text, path);
});

test('a step that was taken out and put back stands where it stood: all models', async (t) => {
  for (const [path, text] of models('.bpmn')) {
    const after = await edit(bpmn, text, (root) => {
      for (const list of [
        listOf(processOf(root), 'flowElements'),
        listOf(listOf(root, 'diagrams')[0]?.get('plane') as Node, 'planeElement'),
      ])
        list.push(...list.splice(1, 2));
    });
    t.is(after, text, path);
  }
});

test('another name is one line: all models', async (t) => {
  for (const [path, text] of models('.bpmn')) {
    const after = await edit(bpmn, text, (root) => {
      const step = listOf(processOf(root), 'flowElements').find(({ $type }) => /Task|CallActivity/.test($type));
      step?.set('name', 'Ganz „anders" benannt');
    });
    t.is(changedLines(text, after).length, 2, `${path}\n${changedLines(text, after).join('\n')}`);
  }
});

test('a new step is its own lines, behind whom it follows, and an expression can be read', async (t) => {
  const [, text = ''] = models('duldung.bpmn')[0] ?? [];
  const after = await edit(bpmn, text, (root) => {
    const process = processOf(root);
    const values = [bpmn.create('zeebe:Input', { source: '="DULDUNG"', target: 'art' })];
    const extension = bpmn.create('bpmn:ExtensionElements', { values: [bpmn.create('zeebe:IoMapping', { inputParameters: values })] });
    listOf(process, 'flowElements').splice(
      2,
      0,
      bpmn.create('bpmn:UserTask', { id: 'userTask_Neu', name: 'Neu', extensionElements: extension }),
    );
  });
  t.deepEqual(
    changedLines(text, after)
      .map((line) => line.trim())
      .toSorted(),
    [
      '<bpmn:userTask id="userTask_Neu" name="Neu">',
      '<bpmn:extensionElements>',
      '<zeebe:ioMapping>',
      `<zeebe:input source='="DULDUNG"' target="art" />`,
      '</zeebe:ioMapping>',
      '</bpmn:extensionElements>',
      '</bpmn:userTask>',
    ].toSorted(),
  );
  t.regex(after, /\n {4}<bpmn:userTask id="userTask_Neu"/);
});

test('tables: opened and saved is the same, another cell is its own lines, and rules keep the order people gave them', async (t) => {
  for (const [path, text] of models('.dmn')) {
    t.is(await edit(dmn, text, () => undefined), text, path);
    const rulesOf = (root: Node): Node[] =>
      listOf(root, 'drgElement').flatMap(
        (each) => ((each.get('decisionLogic') as Node | undefined)?.get('rule') as Node[] | undefined) ?? [],
      );
    const after = await edit(dmn, text, (root) =>
      (listOf(rulesOf(root)[0] as Node, 'outputEntry')[0] as Node).set('text', '"GANZ" + "NEU"'),
    );
    t.is(changedLines(text, after).length, 2, `${path}\n${changedLines(text, after).join('\n')}`);
    const { rootElement } = await dmn.fromXML(text);
    const table = listOf(rootElement, 'drgElement')
      .find((each) => each.get('decisionLogic'))
      ?.get('decisionLogic') as Node;
    const rules = listOf(table, 'rule');
    rules.reverse();
    const turned = keepWriting(text, (await dmn.toXML(rootElement, { format: true })).xml);
    const ids = (await dmn.fromXML(turned)).rootElement;
    const found = listOf(ids, 'drgElement')
      .find((each) => each.get('decisionLogic'))
      ?.get('decisionLogic') as Node;
    t.deepEqual(
      listOf(found, 'rule').map(({ id }) => id),
      rules.map(({ id }) => id),
    );
  }
});

test('comments, line ends and compact writing of another hand stay; what cannot be brought together is taken as it was saved', (t) => {
  const before =
    '<?xml version="1.0"?>\r\n<!-- oben -->\r\n<a:x xmlns:a="urn:a" id=\'1\'><!-- hier -->\r\n\t<a:y  name="eins"/><a:z>wort</a:z></a:x>\r\n<!-- unten -->';
  t.is(keepWriting(before, '<a:x xmlns:a="urn:a" id="1">\n  <a:y name="eins" />\n  <a:z>wort</a:z>\n</a:x>'), before);
  t.is(
    keepWriting(before, '<a:x xmlns:a="urn:a" id="1">\n  <a:y name="zwei" more="3" />\n  <a:z>wort</a:z>\n</a:x>'),
    before.replace('"eins"', '"zwei" more="3"'),
  );
  const other = '<b:x xmlns:b="urn:a" id="2" />';
  t.is(keepWriting(before, other), other);
  t.is(keepWriting('kein XML', other), other);
});
