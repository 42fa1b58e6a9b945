import test from 'ava';
import { rightsOf } from '../../../services/staff/index.ts';
import { missingOf, needsDryRun, signersOf } from '../../../web/src/studio/changes/missing.ts';
import { pairTables } from '../../../web/src/studio/compare/pair-rows.ts';
import { nameProcess } from '../../../web/src/studio/drafting/name-process.ts';
import { isProcessId, suggestId } from '../../../web/src/studio/drafting/suggest-id.ts';
import { waitsFor } from '../../../web/src/studio/rights.ts';

test('an id is suggested as models are called: small, without umlauts, with hyphens', (t) => {
  t.is(suggestId('Verpflichtungserklärung (§ 68)'), 'verpflichtungserklaerung-68');
  t.is(suggestId('  Große Übersicht – für Ämter  '), 'grosse-uebersicht-fuer-aemter');
  t.is(suggestId('2. Antrag à la carte'), 'antrag-a-la-carte');
  t.is(suggestId('…'), '');
  for (const id of ['a', 'antrag-2', 'verpflichtungserklaerung-68']) t.true(isProcessId(id), id);
  for (const id of ['', '-a', 'a-', 'a--b', 'A', '2a', 'ä', 'a'.repeat(61)]) t.false(isProcessId(id), id);
});

const file = {
  path: 'x/x.bpmn',
  kind: 'bpmn' as const,
  plainId: 'x',
  name: 'X',
  isNew: false,
  removed: false,
  changed: true,
  stale: false,
  version: 1,
  savedAt: '',
  savedBy: '',
};
const run = {
  at: '',
  openCases: 0,
  changed: [],
  sections: [],
  kinds: [],
  byStep: [],
  staying: [],
  failures: [],
  wrongExamples: [],
  truncated: false,
  stale: false,
};
const draft = { files: [file], reason: 'Darum.', class: 'text' as const, dryRun: null };

test('what is missing is said before the server refuses it', (t) => {
  const kinds = (change: Parameters<typeof missingOf>[0], errors = 0): string[] =>
    missingOf(change, { findings: [], errors }).map(({ kind }) => kind);
  t.deepEqual(kinds(draft), []);
  t.deepEqual(kinds({ ...draft, files: [{ ...file, changed: false }], reason: ' ' }, 2), ['files', 'reason', 'errors']);
  t.deepEqual(kinds({ ...draft, class: 'rule' }), ['dryRun']);
  t.deepEqual(kinds({ ...draft, class: 'rule', dryRun: { ...run, stale: true } }), ['dryRun']);
  t.deepEqual(kinds({ ...draft, class: 'rule', dryRun: run }), []);
  t.deepEqual(kinds({ ...draft, class: 'number', dryRun: { ...run, wrongExamples: ['D3_08'] } }), ['examples']);
  t.deepEqual(
    (['layout', 'text', 'number', 'rule', 'flow'] as const).map((each) => needsDryRun({ class: each })),
    [false, false, true, true, true],
  );
  t.deepEqual(signersOf({ legal: true }), ['al', 'rsb']);
});

test('a change waits for whoever may sign it, never for who wrote it', (t) => {
  const line = {
    changeId: '',
    number: 1,
    title: '',
    state: 'zur-freigabe' as const,
    class: null,
    legal: false,
    files: [],
    authors: [{ account: 'pv', name: '' }],
    createdAt: '',
    changedAt: '',
    submittedAt: null,
    releaseNo: null,
    needs: ['al' as const],
  };
  const someone = (account: string, ...groups: string[]) => ({ account, may: rightsOf({ groups, applicant: false }) });
  t.true(waitsFor(someone('al', 'al'), line));
  t.false(waitsFor(someone('rsb-sg1', 'rsb-sg1'), line));
  t.true(waitsFor(someone('rsb-sg1', 'rsb-sg1'), { ...line, needs: ['al', 'rsb'] }));
  t.false(waitsFor(someone('pv', 'al', 'pv'), line));
  t.false(waitsFor(someone('al', 'al'), { ...line, state: 'in-kraft' }));
  t.false(waitsFor(someone('con', 'con'), line));
});

const column = (id: string) => ({ id, label: id });
const row = (id: string, cells: Record<string, string>, why = '') => ({ id, why, cells: new Map(Object.entries(cells)) });
const table = (inputs: string[], rows: ReturnType<typeof row>[]) => [
  { id: 't', name: 'T', inputs: inputs.map(column), outputs: [column('out')], rows },
];

test('both versions of a table stand in one: what went keeps its place', (t) => {
  const before = table(['a', 'b'], [row('1', { a: 'x', out: '1' }), row('2', { out: '2' }), row('3', { out: '3' })]);
  const after = table(['a', 'c'], [row('1', { a: 'y', out: '1' }), row('3', { out: '3' }), row('4', { out: '4' })]);
  const [paired] = pairTables(before, after);
  t.deepEqual(
    paired?.rows.map(({ id, how }) => `${id} ${how}`),
    ['1 changed', '2 removed', '3 same', '4 added'],
  );
  t.deepEqual(
    paired?.columns.map(({ id, how }) => `${id} ${how}`),
    ['a same', 'b removed', 'c added', 'out same'],
  );
  t.deepEqual(
    pairTables([], after)[0]?.columns.map(({ how }) => how),
    ['same', 'same', 'same'],
    'a new table is new as a whole',
  );
});

test('a drawing takes the name its owner gives the process', (t) => {
  t.is(
    nameProcess('<definitions><bpmn:process id="a" name="Alt &amp; gut" isExecutable="true"><x name="Alt"/></bpmn:process>', 'A & "B"'),
    '<definitions><bpmn:process id="a" isExecutable="true" name="A &amp; &quot;B&quot;"><x name="Alt"/></bpmn:process>',
  );
  t.is(nameProcess('<process id="a"/>', '$1 neu'), '<process id="a" name="$1 neu"/>');
});
