import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { CASE_SORTS } from '../../../services/cases/list-store.ts';
import { readBundle } from '../../../services/engine/releases/read-bundle.ts';
import { findUnfairNames } from '../../../services/models/check/fairness.ts';
import { readDecisionTables } from '../../../services/reading/index.ts';
import { TASK_SORTS } from '../../../services/tasks/list-store.ts';

const root = join(import.meta.dirname, '../../..');
const { parts } = await readBundle(join(root, 'processes'));
const tables = parts.filter(({ kind }) => kind === 'dmn').flatMap(({ content }) => readDecisionTables(content));

/** All that a text sorts by: `order by …`, `.orderBy(…)`, and the columns of a paged list. */
const sortedBy = (text: string): string[] => [
  ...[...text.matchAll(/\border\s+by\s+([^`;)]+)/gi)].map(([, columns]) => columns ?? ''),
  ...[...text.matchAll(/\.orderBy(?:Raw)?\(((?:[^()]|\([^()]*\))*)\)/g)].map(([, columns]) => columns ?? ''),
  ...[...text.matchAll(/\bcolumns: \[([^\]]*)\]/g)].map(([, columns]) => columns ?? ''),
];
/** Columns of people, beside the words of forms. */
const ofPeople = ['listed_name', 'geburtsdatum', 'details'];
const unfair = (expression: string): string[] => [
  ...findUnfairNames(expression),
  ...ofPeople.filter((column) => expression.includes(column)),
];

// The office's own staff, sorted by name to be found in a list of whom to give a task.
const exempt = ['services/staff/store.ts'];

test('no list of the office is sorted by who somebody is', (t) => {
  const files = globSync('services/**/*store.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  const found = files.flatMap((file) => sortedBy(readFileSync(join(root, file), 'utf8')).map((columns) => ({ file, columns })));
  t.true(found.length > 30, 'sort orders are found at all');
  t.deepEqual(
    found.filter(({ file, columns }) => !exempt.includes(file) && unfair(columns).length > 0),
    [],
  );
});

test('what a list may be sorted by says nothing about a person', (t) => {
  t.deepEqual(
    [...CASE_SORTS, ...TASK_SORTS].filter((name) => unfair(name).length > 0),
    [],
  );
});

test('a sort by name is found, however it is written', (t) => {
  for (const text of [
    'select 1 order by familienname desc',
    "rows.orderBy('vorname')",
    "{ columns: ['persons.listed_name'] }",
    "db.orderByRaw('x'); q.orderBy([{ column: 'herkunft' }])",
  ])
    t.true(
      sortedBy(text).some((columns) => unfair(columns).length > 0),
      text,
    );
});

test('the tables D1 to D12 that decide about people are all among those the rule reads', (t) => {
  const ids = tables.map(({ id }) => id);
  for (const id of [
    'routing',
    'nebenvorgaenge',
    'team',
    'prioritaet',
    'eskalation',
    'fiktion',
    'ba',
    'vier-augen-pflicht',
    'gebuehr',
    'ausreisefrist',
    'befristung',
  ])
    t.true(ids.includes(id), id);
});

for (const { id, inputs, outputs, rules } of tables)
  test(`${id} reads no name, origin, sex, language or religion`, (t) => {
    const read = [...inputs.map(({ expression }) => expression), ...rules.flatMap((rule) => [...rule.inputs, ...rule.outputs])];
    t.deepEqual(read.flatMap(findUnfairNames), []);
    t.deepEqual(
      [...inputs.map(({ label }) => label), ...outputs.map(({ name }) => name)].filter((label) =>
        /nationalit|angehörigkeit|geschlecht|sprache|religion|herkunft/i.test(label),
      ),
      [],
    );
  });
