import { readFileSync } from 'node:fs';
import test from 'ava';
import { canonical, createTrial } from '../../../services/engine/index.ts';
import { explainDecision } from '../../../services/models/index.ts';
import { readConfig } from '../../../services/platform/config.ts';
import { Unavailable } from '../../../services/platform/errors.ts';
import { createLog } from '../../../services/platform/log.ts';
import { readDecisionTables } from '../../../services/reading/index.ts';

type Vector = { name: string; decision: string; input: Record<string, unknown>; output: unknown };
const read = (name: string): string => readFileSync(new URL(`../../../processes/decisions/${name}`, import.meta.url), 'utf8');
const log = createLog({ level: 'silent', name: 'explain' });
const trial = createTrial(readConfig({ TRIAL_JAVA: process.env.TRIAL_JAVA, TRIAL_CLASSES: process.env.TRIAL_CLASSES }), log);
test.after.always(() => trial.close());

const duldung = { anliegen: 'DULDUNG', titelNorm: '', schutzstatus: 'KEINER', entscheidendesSg: 'SG4' };

for (const name of ['routing', 'team', 'prioritaet', 'fiktion', 'befristung'])
  test.serial(`${name}: the row that is explained is the one its first example is named after, with the answer it names`, async (t) => {
    const content = read(`${name}.dmn`);
    const rows = new Set(readDecisionTables(content).flatMap(({ rules }) => rules.map(({ id }) => id)));
    for (const { name: label, decision, input, output } of JSON.parse(read(`${name}.vectors.json`)) as Vector[]) {
      const [row = ''] = label.split(' ');
      if (!rows.delete(row)) continue;
      const explained = await explainDecision(trial, { content, decision, variables: input });
      t.is(canonical(explained?.outputs ?? null), canonical(output), label);
      t.is(explained?.rule.id, row, label);
    }
  });

test.serial('names the row and why each row before it does not decide', async (t) => {
  const explained = await explainDecision(trial, { content: read('routing.dmn'), decision: 'routing', variables: duldung });
  t.is(explained?.rule.id, 'D1_04');
  t.is(explained?.inputs.wirksamesAnliegen, 'DULDUNG');
  t.deepEqual(
    explained?.losers.map((loser) => loser.rule),
    ['D1_01', 'D1_02', 'D1_03'],
  );
  t.regex(explained?.losers[0]?.because ?? '', /ist „DULDUNG“, verlangt ist "SICHERHEIT"/);
});

test.serial('a table that is not there explains nothing', async (t) => {
  t.is(await explainDecision(trial, { content: read('routing.dmn'), decision: 'gibt-es-nicht', variables: {} }), undefined);
});

test.serial('what costs too much, and what nobody can be asked about, is said and not guessed', async (t) => {
  const [first] = readDecisionTables(read('prioritaet.dmn')).flatMap(({ rules }) => rules);
  const flooded = read('prioritaet.dmn').replace(
    '<text>1</text>',
    '<text>if count(for i in 1..3000, j in 1..3000 return i) = 0 then 1 else 1</text>',
  );
  const [vector] = (JSON.parse(read('prioritaet.vectors.json')) as Vector[]).filter(({ name }) => name.startsWith(`${first?.id} `));
  const question = { content: flooded, decision: 'prioritaet', variables: vector?.input ?? {} };
  await t.throwsAsync(explainDecision(trial, question), { instanceOf: Unavailable, message: /nicht rechtzeitig/ });
  const missing = createTrial({ trialJava: '', trialClasses: '' }, log);
  const asked = { content: read('routing.dmn'), decision: 'routing', variables: duldung };
  await t.throwsAsync(explainDecision(missing, asked), { instanceOf: Unavailable });
  t.is((await explainDecision(trial, asked))?.rule.id, 'D1_04');
});
