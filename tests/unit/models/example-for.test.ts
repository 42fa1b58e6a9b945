import test from 'ava';
import { contextOf, countFailing } from '../../../services/models/check/try-inputs.ts';
import { type Example, exampleFor } from '../../../services/models/index.ts';
import { readDecisionTables } from '../../../services/reading/index.ts';
import { live } from './planted.ts';

const tables = ['team', 'befristung', 'ausreisefrist', 'fiktion', 'nebenvorgaenge', 'routing', 'vier-augen', 'prioritaet'];

/** Numbers and words alike: the engine writes 6, an example 6. */
const rowOf = (xml: string, example: Example): string | undefined => {
  const tables = readDecisionTables(xml);
  const table = tables.find(({ id }) => id === example.decision);
  if (!table) return undefined;
  const { context, values } = contextOf(tables, table, example.input);
  return table.rules.find((rule) => countFailing(rule, values, context) === 0)?.id;
};

for (const name of tables) {
  test(`${name}: a row that lost its examples gets one that leads to it, with the answer the table gives`, (t) => {
    const xml = live(`decisions/${name}.dmn`);
    const vectors = JSON.parse(live(`decisions/${name}.vectors.json`)) as Example[];
    const rows = readDecisionTables(xml).flatMap((table) => table.rules.map((rule) => ({ table, rule })));
    let found = 0;
    // A few of the long tables: each may take a second.
    const tried = rows.filter((_, index) => index % Math.ceil(rows.length / 8) === 0);
    for (const { table, rule } of tried) {
      const own = vectors.filter((each) => each.decision === table.id && each.name.split(' ')[0] === rule.id);
      const example = exampleFor({ xml, decisionId: table.id, vectors: vectors.filter((each) => !own.includes(each)) }, rule.id);
      if (!example) continue;
      found += 1;
      t.true(example.name.startsWith(`${rule.id} `), example.name);
      if (table.hitPolicy === 'FIRST') t.is(rowOf(xml, example), rule.id, JSON.stringify(example));
      // The examples people wrote say what the engine answers; the same inputs must be answered alike.
      for (const { input, output } of own.slice(0, 1)) {
        const again = exampleFor({ xml, decisionId: table.id, vectors: [{ name: 'x', decision: table.id, input, output }] }, rule.id);
        if (again && JSON.stringify(again.input) === JSON.stringify(input)) t.deepEqual(again.output, output);
      }
    }
    t.true(found >= tried.length * 0.8, `${found} of ${tried.length}`);
  });
}

test('without any example it works from the cells alone', (t) => {
  const xml = live('decisions/team.dmn');
  const example = exampleFor({ xml, decisionId: 'team' }, 'D2_01');
  t.is(example && rowOf(xml, example), 'D2_01');
});

test('a row nothing can reach has no example, and nobody waits for it', (t) => {
  const xml = live('decisions/team.dmn').replace(
    /<rule id="D2_01">/,
    () =>
      '<rule id="D2_00"><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"x"</text></outputEntry><outputEntry><text>"y"</text></outputEntry></rule><rule id="D2_01">',
  );
  const start = process.threadCpuUsage();
  t.is(exampleFor({ xml, decisionId: 'team' }, 'D2_01'), undefined);
  const { user, system } = process.threadCpuUsage(start);
  t.true(user + system < 5_000_000, 'µs of this thread');
  t.is(exampleFor({ xml, decisionId: 'team' }, 'gibt-es-nicht'), undefined);
});
