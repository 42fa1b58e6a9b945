import { readFileSync } from 'node:fs';
import test from 'ava';
import { explainDecision } from '../../../services/models/explain-decision.ts';
import { readDecisionTables } from '../../../services/models/read-decision-table.ts';

type Vector = { name: string; decision: string; input: Record<string, unknown>; output: unknown };
const read = (name: string): string => readFileSync(new URL(`../../../processes/decisions/${name}`, import.meta.url), 'utf8');
const tables = (name: string) => readDecisionTables(read(`${name}.dmn`));
const vectors = (name: string): Vector[] => JSON.parse(read(`${name}.vectors.json`)) as Vector[];

for (const name of ['routing', 'team', 'prioritaet', 'fiktion', 'befristung']) {
  test(`${name}: the explanation says what the vectors say`, (t) => {
    const all = tables(name);
    for (const { name: label, decision, input, output } of vectors(name)) {
      const outputs = explainDecision(all, decision, input)?.outputs;
      const single = outputs && Object.keys(outputs).length === 1 ? Object.values(outputs)[0] : outputs;
      t.deepEqual(single ?? null, output, label);
    }
  });
}

test('names the rule and why each row before it does not decide', (t) => {
  const explained = explainDecision(tables('routing'), 'routing', {
    anliegen: 'DULDUNG',
    titelNorm: '',
    schutzstatus: 'KEINER',
    entscheidendesSg: 'SG4',
  });
  t.is(explained?.rule.id, 'D1_04');
  t.deepEqual(
    explained?.losers.map((loser) => loser.rule),
    ['D1_01', 'D1_02', 'D1_03'],
  );
  t.regex(explained?.losers[0]?.because ?? '', /ist „DULDUNG“, verlangt ist "SICHERHEIT"/);
});

test('a table that is not there explains nothing', (t) => {
  t.is(explainDecision(tables('routing'), 'gibt-es-nicht', {}), undefined);
});
