import test from 'ava';
import { describeElements } from '../../../services/engine/releases/describe-elements.ts';
import { readPart } from '../../../services/engine/releases/read-bundle.ts';
import type { Kind } from '../../../services/engine/releases/releases.ts';
import { type ResolvedPart, resolveBundle } from '../../../services/engine/releases/resolve-bundle.ts';
import { readXml, walk } from '../../../services/reading/read-xml.ts';
import { aDecision, aForm, aProcess } from '../../integration/engine/support/a-process.ts';

type Files = Record<string, string>;

const resolve = (files: Files): ResolvedPart[] => {
  const read = Object.entries(files).map(([file, content]) =>
    readPart(file.slice(file.lastIndexOf('.') + 1) as Kind, file, Buffer.from(content)),
  );
  return resolveBundle(
    read.map(({ part }) => part),
    read.flatMap(({ findings }) => findings),
  );
};

const files = (change: Files = {}): Files => ({
  'wurzel.bpmn': aProcess('wurzel').startedBy('los').call('kind').xml(),
  'kind.bpmn': aProcess('kind').start().decide('stufe', 'ergebnis').userTask('aufgabe', { form: 'formular' }).xml(),
  'stufe.dmn': aDecision('stufe'),
  'formular.form': aForm('formular'),
  ...change,
});

const idsOf = (parts: readonly ResolvedPart[]) => Object.fromEntries(parts.map((part) => [part.plainId, part.engineId]));
const findingsOf = (change: Files): string => {
  try {
    resolve(files(change));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('parts come before what uses them, the root last', (t) => {
  const order = resolve(files()).map((part) => part.plainId);
  t.deepEqual(order.toSorted(), ['formular', 'kind', 'stufe', 'wurzel']);
  t.true(order.indexOf('formular') < order.indexOf('kind'));
  t.true(order.indexOf('stufe') < order.indexOf('kind'));
  t.is(order.at(-1), 'wurzel');
});

test('the same files give the same ids, whatever their order and line ends', (t) => {
  const ids = idsOf(resolve(files()));
  t.deepEqual(idsOf(resolve(Object.fromEntries(Object.entries(files()).reverse()))), ids);
  t.deepEqual(
    idsOf(resolve(Object.fromEntries(Object.entries(files()).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')])))),
    ids,
  );
});

test('an edit changes the ids of a part and of all above it, and of nothing else', (t) => {
  const before = idsOf(resolve(files()));
  const after = idsOf(resolve(files({ 'formular.form': aForm('formular', 'Anderer Grund') })));
  t.not(after.formular, before.formular);
  t.not(after.kind, before.kind);
  t.is(after.stufe, before.stufe);
  t.is(after.wurzel, 'wurzel');
});

test('a process started by a message or timer keeps its id, and its hash still covers what it calls', (t) => {
  const hash = (change: Files) => resolve(files(change)).find((part) => part.plainId === 'wurzel')?.hash;
  t.not(hash({}), hash({ 'formular.form': aForm('formular', 'Anderer Grund') }));
  const timer = aProcess('wurzel')
    .start()
    .call('kind')
    .xml()
    .replace(
      '</bpmn:startEvent>',
      '<bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>',
    );
  t.is(idsOf(resolve(files({ 'wurzel.bpmn': timer }))).wurzel, 'wurzel');
});

test('every place that names a part is rewritten, and no other letter changes', (t) => {
  const parts = resolve(files());
  const ids = idsOf(parts);
  const textOf = (plainId: string): string => parts.find((part) => part.plainId === plainId)?.deployedContent ?? '';
  const attributes = (text: string, element: string, attribute: string) =>
    [...walk(readXml(text))].filter((each) => each.name === element).map((each) => each.attributes[attribute]);

  t.deepEqual(attributes(textOf('kind'), 'process', 'id'), [ids.kind]);
  t.deepEqual(attributes(textOf('kind'), 'BPMNPlane', 'bpmnElement'), [ids.kind]);
  t.deepEqual(attributes(textOf('kind'), 'calledDecision', 'decisionId'), [ids.stufe]);
  t.deepEqual(attributes(textOf('kind'), 'formDefinition', 'formId'), [ids.formular]);
  t.deepEqual(attributes(textOf('wurzel'), 'calledElement', 'processId'), [ids.kind]);
  t.deepEqual(attributes(textOf('wurzel'), 'BPMNPlane', 'bpmnElement'), ['wurzel']);
  const hash = ids.stufe?.slice(-8);
  t.deepEqual(attributes(textOf('stufe'), 'decision', 'id'), [`stufe-zuerst--${hash}`, `stufe--${hash}`]);
  t.deepEqual(attributes(textOf('stufe'), 'definitions', 'id'), [`definitions_stufe--${hash}`]);
  t.deepEqual(attributes(textOf('stufe'), 'requiredDecision', 'href'), [`#stufe-zuerst--${hash}`]);
  t.deepEqual(attributes(textOf('stufe'), 'DMNShape', 'dmnElementRef'), [`stufe-zuerst--${hash}`, `stufe--${hash}`]);
  t.is(JSON.parse(textOf('formular')).id, ids.formular);
  for (const part of parts.filter((each) => each.kind !== 'form'))
    t.is(part.deployedContent.replaceAll(/--[0-9a-f]{8}/g, ''), part.content);
});

test('a target computed at run time is left to the run; a computed decision is refused', (t) => {
  const dynamic = files()['wurzel.bpmn']?.replace('processId="kind"', 'processId="=prozessId"') ?? '';
  t.true(resolve(files({ 'wurzel.bpmn': dynamic })).some((part) => part.deployedContent.includes('processId="=prozessId"')));
  const computed = files()['kind.bpmn']?.replace('decisionId="stufe"', 'decisionId="=welche"') ?? '';
  t.regex(findingsOf({ 'kind.bpmn': computed }), /berechnet seine Entscheidung/);
});

test('dangling references are all named at once', (t) => {
  const text = findingsOf({
    'kind.bpmn': aProcess('kind').start().decide('keine', 'x').userTask('aufgabe', { form: 'keins' }).xml(),
    'wurzel.bpmn': aProcess('wurzel').startedBy('los').call('niemand').xml(),
  });
  t.regex(text, /kind\.bpmn: decide_1 verweist auf die Entscheidung keine, das gibt es nicht/);
  t.regex(text, /kind\.bpmn: aufgabe verweist auf das Formular keins/);
  t.regex(text, /wurzel\.bpmn: call_1 verweist auf das Modell niemand/);
});

test('a decision without a result name is refused, the first one and the required one alike', (t) => {
  t.regex(findingsOf({ 'stufe.dmn': aDecision('stufe', { variable: '' }) }), /stufe\.dmn: die Entscheidung stufe hat keinen Ergebnisnamen/);
  t.regex(
    findingsOf({ 'stufe.dmn': aDecision('stufe').replace('<variable id="v1_stufe" name="zwischen"/>', '') }),
    /die Entscheidung stufe-zuerst hat keinen Ergebnisnamen/,
  );
});

test('models that call each other in a circle are refused', (t) => {
  t.regex(
    findingsOf({ 'a.bpmn': aProcess('a').start().call('b').xml(), 'b.bpmn': aProcess('b').start().call('a').xml() }),
    /a → b → a: die Modelle rufen sich im Kreis/,
  );
});

test('calling a process that starts by message is refused: the engine could not start it', (t) => {
  t.regex(findingsOf({ 'x.bpmn': aProcess('x').start().call('wurzel').xml() }), /dieser Prozess startet durch eine Nachricht/);
});

test('two processes that one message starts are refused: the engine would start both', (t) => {
  t.regex(
    findingsOf({ 'x.bpmn': aProcess('x').startedBy('los').xml() }),
    /x\.bpmn: startet durch die Nachricht „los“, durch die schon wurzel\.bpmn/,
  );
});

test('one id in two files, an id of the wrong kind and a file of another kind are refused', (t) => {
  t.regex(findingsOf({ 'zweites.form': aForm('formular') }), /die id formular gibt es schon in/);
  t.regex(findingsOf({ 'gross.bpmn': aProcess('Groß--x').start().xml() }), /erlaubt sind Kleinbuchstaben/);
  t.regex(findingsOf({ 'falsch.bpmn': '<x/>' }), /falsch\.bpmn: ist kein BPMN-Modell/);
  t.regex(findingsOf({ 'falsch.form': '{' }), /falsch\.form: ist kein lesbares JSON/);
  t.regex(findingsOf({ 'falsch.dmn': '<!DOCTYPE x><x/>' }), /falsch\.dmn: enthält eine DTD/);
});

test('elements are described with name, documentation, form and properties', (t) => {
  const model = aProcess('p')
    .start()
    .userTask('aufgabe', { form: 'formular', documentation: 'Prüfen &amp; fragen.', properties: { skill: 'asyl' } })
    .xml();
  t.deepEqual(describeElements(model).get('aufgabe'), {
    id: 'aufgabe',
    type: 'userTask',
    name: 'aufgabe heißt so',
    documentation: 'Prüfen & fragen.',
    formId: 'formular',
    properties: { skill: 'asyl' },
  });
});
