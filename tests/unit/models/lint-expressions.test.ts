import test from 'ava';
import type { Kind } from '../../../services/engine/releases/index.ts';
import { listExpressions } from '../../../services/models/check/expressions.ts';
import { lintExpressions } from '../../../services/models/check/lint-expressions.ts';
import { live, swap } from './planted.ts';

const FLOOD = 'for i in 1..1000, j in 1..1000 return i';
const LOOP = 'count(for i in 1..n return i) = 0';

const table = (cells: { input?: string; output?: string; type?: string; more?: string }): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="D" namespace="urn:x">
  <decision id="probe" name="Probe"><variable id="v" name="ergebnis"/><decisionTable id="t" hitPolicy="FIRST">
    <input id="i" label="Anliegen"><inputExpression id="ie" typeRef="string"><text>anliegen</text></inputExpression></input>
    <input id="j" label="Tage"><inputExpression id="je" typeRef="${cells.type ?? 'number'}"><text>alterTage</text></inputExpression></input>
    <output id="o" label="Priorität" name="prioritaet"/>
    <rule id="zeile_1"><inputEntry id="c0"><text>-</text></inputEntry><inputEntry id="c1"><text></text></inputEntry><outputEntry id="o0"><text>1</text></outputEntry></rule>
    <rule id="zeile_2"><inputEntry id="c2"><text>-</text></inputEntry><inputEntry id="c3"><text>${cells.input ?? ''}</text></inputEntry><outputEntry id="o1"><text>${cells.output ?? '1'}</text></outputEntry></rule>
  </decisionTable></decision>${cells.more ?? ''}
</definitions>`;

const found = (kind: Kind, content: string, known: string[] = []): string[] =>
  lintExpressions(kind, content, known).map(({ rule, elementId, message }) => `${rule} ${elementId}: ${message}`);

test('a cell is named by its row and column, in German', (t) => {
  const [said = ''] = found('dmn', table({ input: LOOP }));
  t.is(said.split(': ').slice(0, 2).join(': '), 'feel-limits zeile_2: Zeile 2, Spalte „Tage“');
  t.regex(found('dmn', table({ output: FLOOD }))[0] ?? '', /zeile_2: Zeile 2, Spalte „Priorität“: Der Ausdruck zählt über 1000000 Werte/);
});

test('literal expressions and lists of values are read, too', (t) => {
  const literal = `<decision id="d2" name="D2"><variable id="v2" name="x"/><literalExpression id="l"><text>${FLOOD}</text></literalExpression></decision>`;
  t.regex(found('dmn', table({ more: literal }))[0] ?? '', /^feel-limits d2: Der Ausdruck der Entscheidung/);
});

const words: [cell: string, type: string, says: RegExp | undefined][] = [
  ['FAMILIE', 'string', /feel-name.*„FAMILIE“/],
  ['&lt;= 7 Tage', 'number', /„Tage“/],
  ['ja', 'boolean', /„ja“/],
  ['&lt;= "7"', 'number', /feel-type.*einem Text.*Zahlen/],
  ['"ja"', 'boolean', /feel-type.*Ja oder Nein/],
  ['not("7")', 'number', /feel-type/],
  ['7', 'string', /feel-type.*keine Zahlen/],
  ['&lt;= alterTage', 'number', undefined],
  ['? &gt; anliegen.zahl', 'number', undefined],
  ['list contains(?, "A")', 'number', undefined],
  ['some x in ? satisfies x = 1', 'number', undefined],
  ['date(?) &gt; date("2026-01-01")', 'date', undefined],
  ['string length(?) &gt; 3', 'string', undefined],
  ['null', 'number', undefined],
  ['true', 'boolean', undefined],
  ['"A","B"', 'string', undefined],
  ['[1..5]', 'number', undefined],
];
for (const [cell, type, says] of words)
  test(`a cell ${cell} in a column of type ${type}: ${says ? 'found' : 'in order'}`, (t) => {
    const findings = found('dmn', table({ input: cell, type }));
    if (says) t.regex(findings[0] ?? '', says);
    else t.deepEqual(findings, []);
  });

test('a word an example gives the table is no slip of the pen', (t) => {
  t.is(found('dmn', table({ input: '&lt;= grenze' })).length, 1);
  t.deepEqual(found('dmn', table({ input: '&lt;= grenze' }), ['grenze']), []);
});

const processes: [what: string, path: string, from: string, to: string, elementId: string][] = [
  ['a condition', 'versagung/versagung.bpmn', '=ergebnisVersagung = "VERSAGEN"', `=${LOOP}`, 'flow_'],
  ['a mapping', 'duldung/duldung.bpmn', 'source="=caseId"', `source="=${LOOP}"`, 'serviceTask_AzrAbfragen'],
  ['a timer', 'blocks/behoerde/behoerde.bpmn', '>=frist<', `>=${LOOP}<`, ''],
  ['a group', 'duldung/duldung.bpmn', 'candidateGroups="=[rolle]"', `candidateGroups="=[${LOOP}]"`, 'userTask_'],
  ['a due date', 'duldung/duldung.bpmn', 'dueDate="=faelligAm"', `dueDate="=${LOOP}"`, 'userTask_'],
  ['a message key', 'vorgang/vorgang.bpmn', 'correlationKey="=caseId"', `correlationKey="=${LOOP}"`, ''],
];
for (const [what, path, from, to, elementId] of processes)
  test(`${what} is read, and its element is named`, (t) => {
    const findings = lintExpressions('bpmn', swap([from, to])(live(path)));
    t.is(findings[0]?.rule, 'feel-limits');
    t.true(findings[0]?.elementId.startsWith(elementId));
    t.not(findings[0]?.elementId, '');
  });

test('a step repeats over a list of the case only', (t) => {
  const repeated = (list: string): string =>
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"><bpmn:process id="p"><bpmn:serviceTask id="serviceTask_X"><bpmn:multiInstanceLoopCharacteristics id="m"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=${list}" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask></bpmn:process></bpmn:definitions>`;
  t.regex(found('bpmn', repeated('for i in 1..1000 return i'))[0] ?? '', /feel-limits serviceTask_X: Die Liste der Wiederholung/);
  t.deepEqual(found('bpmn', repeated('betroffene')), []);
});

for (const wrong of ['\u0024{x}', 'a = 1', 'true'])
  test(`a condition ${wrong} does not begin with =`, (t) => {
    const content = swap(['=ergebnisVersagung = "VERSAGEN"', wrong])(live('versagung/versagung.bpmn'));
    const [finding] = lintExpressions('bpmn', content);
    t.is(finding?.rule, 'condition-expression');
    t.regex(finding?.elementId ?? '', /^flow_/);
    t.regex(finding?.message ?? '', /beginnt nicht mit „=“/);
  });

const form = (component: object): string => JSON.stringify({ type: 'default', components: [{ id: 'feld_x', type: 'text', ...component }] });
for (const [what, component] of [
  ['condition', { conditional: { hide: `=${LOOP}` } }],
  ['condition without =', { conditional: { hide: LOOP } }],
  ['placeholder', { text: `Es sind {{${LOOP}}}.` }],
  ['placeholder of a block', { text: `{{#if ${LOOP}}}ja{{/if}}` }],
  ['computed value', { defaultValue: `=${LOOP}` }],
  ['field in a group', { components: [{ id: 'feld_x', conditional: { hide: `=${LOOP}` } }] }],
] as const)
  test(`a form's ${what} is read`, (t) => t.regex(found('form', form(component))[0] ?? '', /^feel-limits feld_x: /));

test('what the office has today is listed with a place', (t) => {
  const all = listExpressions('dmn', live('decisions/routing.dmn'));
  t.true(all.length > 100);
  for (const { elementId, where } of all) t.truthy(elementId && where);
});
