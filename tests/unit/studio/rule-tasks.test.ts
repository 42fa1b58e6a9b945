import { globSync, readFileSync } from 'node:fs';
import test from 'ava';
import { previewBundle } from '../../../services/engine/releases/index.ts';
import { affectedTasks, columnsOf, readSide } from '../../../services/studio/dry-run/rule-tasks.ts';
import { sayDue, sayOutputs, sayTarget } from '../../../services/studio/dry-run/say-difference.ts';

const files = globSync('processes/**/*.{bpmn,dmn,form,vectors.json}').map((file) => ({
  path: file.replaceAll('\\', '/').replace(/^processes\//, ''),
  content: readFileSync(file, 'utf8'),
}));
const sideOf = (change: (path: string, content: string) => string = (_, content) => content) => {
  const changed = files.map(({ path, content }) => ({ path, content: change(path, content) }));
  return readSide(changed, previewBundle(changed).parts);
};
const before = sideOf();
const affectedBy = (table: string): string[] =>
  affectedTasks(
    before,
    sideOf((path, content) => (path === `decisions/${table}.dmn` ? content.replace('<description>', '<description>Neu: ') : content)),
  ).map((task) => `${task.process} ${task.decision}`);

test('a changed table affects the steps that ask it, and those that read what it answers', (t) => {
  t.deepEqual(affectedBy('routing'), ['eingang routing', 'eingang team', 'eingang prioritaet']);
  t.deepEqual(affectedBy('team'), ['eingang team']);
  t.deepEqual(affectedBy('prioritaet'), ['eingang prioritaet']);
  t.deepEqual(affectedBy('befristung').sort(), ['ae-beschaeftigung befristung', 'duldung befristung']);
  t.deepEqual(affectedTasks(before, sideOf()), []);
});

test('a step that is asked in another way is affected, too', (t) => {
  const after = sideOf((path, content) =>
    path === 'blocks/eingang/eingang.bpmn' ? content.replace('source="=routingErgebnis.team"', 'source="=routingErgebnis.rolle"') : content,
  );
  t.deepEqual(
    affectedTasks(before, after).map((task) => task.decision),
    ['team'],
  );
});

test('the columns of a decision are those of all it needs, but not what these answer', (t) => {
  t.deepEqual(columnsOf(before, 'routing').sort(), ['anliegen', 'entscheidendesSg', 'schutzstatus', 'titelNorm']);
});

const words = new Map([['duldung', 'Duldung']]);

test('differences are said in words, and what comes to the same is none', (t) => {
  const target = { section: 'SG4', team: 'T4b', role: 'sb-sg4', process: 'duldung' };
  t.is(sayTarget(target, target, words), undefined);
  t.is(sayTarget(target, { ...target, process: '' }, words)?.words, 'Käme zu Sortieren von Hand statt zu Ablauf „Duldung“.');
  const friday = Temporal.PlainDate.from('2026-05-29');
  t.is(sayDue(friday, 1, 2), undefined, 'both end on the Monday');
  t.is(sayDue(friday, 3, 4)?.words, 'Wäre fällig am 02.06.2026 statt am 01.06.2026 (4 statt 3 Tage).');
  const table = before.tables.get('befristung');
  t.like(sayOutputs(table, 'Befristung', { monate: 12 }, { monate: 6 }, words), { what: 'date' });
  t.is(sayOutputs(table, 'Befristung', { monate: 6 }, { monate: 6 }, words), undefined);
  t.is(sayOutputs(table, 'Befristung', { monate: 6 }, null, words)?.after, 'nichts');
});
