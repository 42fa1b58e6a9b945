import { readFileSync } from 'node:fs';
import test from 'ava';
import { openOffice } from '../api/office.ts';

// Hundreds of broken models from one account: far more than a person checks in a minute.
const office = await openOffice({ env: { CHECKS_PER_MINUTE: '100000' } });
test.after.always(office.stop);

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const check = (payload: unknown, account = 'pv') => office.as(account).post('/api/processes/check', payload);
const fixture = (name: string): string => read(`tests/fixtures/models/${name}`);

test('a clean model has no errors', async (t) => {
  for (const [name, kind, content] of [
    ['duldung.bpmn', 'bpmn', read('processes/duldung/duldung.bpmn')],
    ['routing.dmn', 'dmn', read('processes/decisions/routing.dmn')],
    ['duldung-grund.form', 'form', read('processes/duldung/duldung-grund.form')],
  ]) {
    const { status, body } = await check({ name, kind, content });
    t.is(status, 200, name);
    t.deepEqual(
      body.findings.filter((each: { severity: string }) => each.severity === 'error'),
      [],
      name,
    );
  }
});

test('findings name severity, element, rule and a German sentence', async (t) => {
  const { body } = await check({
    name: 'element-id.bpmn',
    kind: 'bpmn',
    content: read('services/models/check/rules/pages/element-id.falsch.bpmn'),
  });
  t.true(body.findings.length > 0);
  for (const finding of body.findings) {
    t.deepEqual(Object.keys(finding).sort(), ['elementId', 'message', 'rule', 'severity']);
    t.true(['error', 'warning'].includes(finding.severity));
  }
  t.true(body.findings.some((each: { rule: string }) => each.rule === 'element-id'));
  t.true(
    (await check({ name: 'x.form', kind: 'form', content: fixture('form-html.form') })).body.findings.some(
      (each: { rule: string }) => each.rule === 'form-html',
    ),
  );
});

const deep = (levels: number): string => `${'{"type":"group","id":"g","components":['.repeat(levels)}${']}'.repeat(levels)}`;
const unreadable: [name: string, kind: string, content: string][] = [
  ['no XML', 'bpmn', 'Hallo'],
  ['half an XML', 'dmn', '<definitions>'],
  ['a DTD', 'bpmn', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'],
  ['an entity bomb', 'bpmn', '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'],
  ['a hundred levels', 'bpmn', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
  ['tens of thousands of elements', 'dmn', `<a>${'<b/>'.repeat(30_000)}</a>`],
  ['no JSON', 'form', '{'],
  ['ten thousand levels of a form', 'form', `{"components":[${deep(10_000)}]}`],
];
for (const [name, kind, content] of unreadable)
  test(`${name} is 400 with a sentence`, async (t) => {
    const { status, body } = await check({ name: 'x', kind, content });
    t.is(status, 400);
    t.regex(body.message, /^[A-ZÄÖÜ].*\.$/s);
  });

test('what a text that is none of bytes any more says of its encoding does not matter', async (t) => {
  const { status, body } = await check({ name: 'x', kind: 'bpmn', content: '<?xml version="1.0" encoding="UTF-16"?><x/>' });
  t.is(status, 200);
  t.true(body.findings.some((each: { severity: string }) => each.severity === 'error'));
});

test('a form with anything among its components is looked at, not fallen over', async (t) => {
  for (const content of [
    '{"components":[null,1,"x",[],{}]}',
    '{"components":{}}',
    'null',
    '[]',
    '1',
    '{"components":[{"type":null,"id":{},"values":null,"validate":null,"conditional":null,"properties":null,"components":[null]}]}',
  ]) {
    const { status, body } = await check({ name: 'x.form', kind: 'form', content });
    t.is(status, 200, content);
    t.true(
      body.findings.some((each: { severity: string }) => each.severity === 'error'),
      content,
    );
  }
});

test('models broken in any place are findings or 400, never a fault', async (t) => {
  const originals = [
    ['bpmn', read('processes/blocks/vollstaendigkeit/vollstaendigkeit.bpmn')],
    ['dmn', read('processes/decisions/fiktion.dmn')],
    ['form', read('processes/vorgang/sortieren.form')],
  ] as const;
  let seed = 20_260_608;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (const [kind, original] of originals) {
    for (let round = 0; round < 40; round += 1) {
      const at = random(original.length);
      const length = random(400);
      const content =
        round % 2
          ? original.slice(0, at) + original.slice(at + length)
          : original.slice(0, at) + original.slice(at, at + length) + original.slice(at);
      const { status } = await check({ name: 'x', kind, content });
      t.true(status === 200 || status === 400, `${kind}, seed 20260608, round ${round}: ${status}`);
    }
  }
});

test('what is asked must be whole, and only staff ask', async (t) => {
  const { status, body } = await check({ kind: 'exe' });
  t.is(status, 400);
  t.deepEqual(body.details.map((each: { field: string }) => each.field).sort(), ['content', 'kind', 'name']);
  t.is((await check({ name: 'x', kind: 'form', content: `{"components":["${'x'.repeat(1_100_000)}"]}` })).status, 413);
  t.is((await check({ name: 'x', kind: 'form', content: '{"components":[]}' }, 'antragsteller')).status, 404);
});
