import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { registerCompletionHandler } from 'ava';
import fc from 'fast-check';
import { explainDecision } from '../../../services/models/index.ts';
import { type DecisionTable, readDecisionTables } from '../../../services/reading/index.ts';
import { openLab } from './support/lab.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

/**
 * The row somebody is told their case was decided by is the row the engine took. The engine's answer names no row, so each table is deployed once more with its
 * rows' ids for answers; what they match is the same.
 */
const lab = await openLab();
const { engine, trial } = lab.deps;
test.before(() => engine.whenHealthy(AbortSignal.timeout(20_000)));
test.after.always(lab.close);

const RUNS = 40;
const folder = join(import.meta.dirname, '../../../processes');
type Example = { decision: string; input: Record<string, unknown> };
const SINGLE = new Set(['FIRST', 'UNIQUE']);

/** Answers of one table's rows replaced by their ids; tables it needs keep theirs. */
const named = (xml: string, { id, rules }: DecisionTable): string => {
  const engineId = `zeile-${id}`;
  const [before = '', rest = ''] = [xml.slice(0, xml.indexOf(`<decision id="${id}"`)), xml.slice(xml.indexOf(`<decision id="${id}"`))];
  const end = rest.indexOf('</decision>');
  let own = rest.slice(0, end).replace(`<decision id="${id}"`, `<decision id="${engineId}"`);
  for (const rule of rules) {
    const from = own.indexOf(`<rule id="${rule.id}">`);
    const to = own.indexOf('</rule>', from);
    const said = own.slice(from, to).replace(/(<outputEntry[^>]*>\s*<text>)[^<]*(<\/text>)/g, `$1"${rule.id}"$2`);
    own = own.slice(0, from) + said + own.slice(to);
  }
  own = own.replace(/(<output [^>]*?) typeRef="\w+"/g, '$1');
  return (before + own + rest.slice(end))
    .replaceAll(`"#${id}"`, `"#${engineId}"`)
    .replace(/<dmndi:DMNDI>[\s\S]*<\/dmndi:DMNDI>/, '')
    .replace(/(<definitions [^>]*\bid=")/, '$1zeilen_');
};

const idIn = (answer: unknown): string | undefined => {
  if (answer === null || answer === undefined) return undefined;
  return typeof answer === 'string' ? answer : String(Object.values(answer as object)[0]);
};

/** What the examples give each input, mixed anew, and numbers and words beside it. */
const inputsOf = (examples: readonly Example[]): fc.Arbitrary<Record<string, unknown>> => {
  const values = new Map<string, unknown[]>();
  for (const { input } of examples)
    for (const [name, value] of Object.entries(input)) values.set(name, [...(values.get(name) ?? []), value]);
  const near = (value: unknown): unknown[] => (typeof value === 'number' ? [value, value - 1, value + 1] : [value]);
  return fc.record(
    Object.fromEntries(
      [...values].map(([name, given]) => [
        name,
        fc.constantFrom(...new Set(given.flatMap(near)), ...(typeof given[0] === 'string' ? ['', 'X'] : [])),
      ]),
    ),
  );
};

const tables = globSync('**/*.dmn', { cwd: folder }).flatMap((file) => {
  const xml = readFileSync(join(folder, file), 'utf8');
  const examples = JSON.parse(readFileSync(join(folder, file.replace('.dmn', '.vectors.json')), 'utf8')) as Example[];
  return readDecisionTables(xml)
    .filter(({ hitPolicy, rules }) => SINGLE.has(hitPolicy) && rules.length > 0)
    .map((table) => ({ xml, table, examples: examples.filter(({ decision }) => decision === table.id) }));
});

test('routing and the tables of priority, team, deadlines and length of stay are among them', (t) => {
  const ids = tables.map(({ table }) => table.id);
  for (const id of ['routing', 'team', 'prioritaet', 'fiktion', 'ausreisefrist', 'befristung']) t.true(ids.includes(id), id);
});

for (const { xml, table, examples } of tables)
  test.serial(`${table.id}: for ${RUNS} random cases the row that is named is the engine’s`, async (t) => {
    await engine.deploy({ name: `zeilen-${table.id}.dmn`, kind: 'dmn', content: named(xml, table) });
    const taken = new Set<string>();
    for (const variables of fc.sample(inputsOf(examples), { numRuns: RUNS, seed: 20_260_608 })) {
      const explained = await explainDecision(trial, { content: xml, decision: table.id, variables });
      const answer = await engine.evaluateDecision(`zeile-${table.id}`, variables);
      if (answer === 'not-found' || answer.failure) throw new Error(answer === 'not-found' ? answer : answer.failure);
      const row = idIn(answer.output);
      t.is(explained?.rule.id, row, JSON.stringify(variables));
      if (!row) continue;
      taken.add(row);
      // Each row before it is told of, with a cell; the one that decided and those after it are not.
      t.deepEqual(
        explained?.losers.map(({ rule }) => rule),
        table.rules
          .slice(
            0,
            table.rules.findIndex(({ id }) => id === row),
          )
          .map(({ id }) => id),
        JSON.stringify(variables),
      );
    }
    t.true(taken.size > 1 || table.rules.length === 1, 'more than one row is met');
  });
