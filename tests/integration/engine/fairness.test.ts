import { join } from 'node:path';
import test, { registerCompletionHandler } from 'ava';
import { readBundle } from '../../../services/engine/releases/read-bundle.ts';
import { resolveBundle } from '../../../services/engine/releases/resolve-bundle.ts';
import { findUnfairNames } from '../../../services/models/check/fairness.ts';
import { readDecisionTables } from '../../../services/reading/index.ts';
import { openOffice } from '../api/office.ts';
import { decideAll, type Tables } from '../fairness/decide.ts';
import { measurePair } from '../fairness/measure.ts';
import { makePairs } from '../fairness/swapped-people.ts';
import { openLab } from './support/lab.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

/**
 * The real tables in the real engine, given more than they ever get: beside their inputs all that is known of the person. Two people with one
 * matter get the same answers, unless a table reads who they are.
 */
const lab = await openLab();
const office = await openOffice();
const { engine } = lab.deps;
const pairs = makePairs(60, office.deps.clock.today());
const tables: Tables = {};

test.before(async () => {
  await engine.whenHealthy(AbortSignal.timeout(20_000));
  const { parts, findings } = await readBundle(join(import.meta.dirname, '../../../processes'));
  for (const part of resolveBundle(parts, findings).filter(({ kind }) => kind === 'dmn')) {
    await engine.deploy({ name: part.file.replaceAll('/', '_'), kind: 'dmn', content: part.deployedContent });
    Object.assign(tables, part.decisionEngineIds);
  }
});
test.after.always(async () => {
  await office.stop();
  await lab.close();
});

/** Which tables tell the two people of a pair apart. */
const toldApart = async (known: Tables, some = pairs): Promise<string[]> => {
  const found = new Set<string>();
  for (const pair of some) {
    const [one, other] = await measurePair(office.deps, pair);
    const answers = await decideAll(engine, known, { inputs: one, matter: pair.matter, who: pair.one });
    const again = await decideAll(engine, known, { inputs: other, matter: pair.matter, who: pair.other });
    for (const [name, answer] of Object.entries(answers)) if (JSON.stringify(answer) !== JSON.stringify(again[name])) found.add(name);
  }
  return [...found].sort();
};

test.serial('60 matters get the same section, team, process, priority, dates and answers of D4, D7, D9, D11 and D12', async (t) => {
  t.deepEqual(await toldApart(tables), []);
  const [pair] = pairs;
  if (!pair) throw new Error('no pair');
  const [inputs] = await measurePair(office.deps, pair);
  const answers = await decideAll(engine, tables, { inputs, matter: pair.matter, who: pair.one });
  t.deepEqual(Object.keys(answers).sort(), [
    'ausreisefrist',
    'ba',
    'befristung',
    'eskalation',
    'fiktion',
    'gebuehr',
    'nebenvorgaenge',
    'prioritaet',
    'routing',
    'team',
  ]);
});

const planted = (id: string, expression: string, cell: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions_${id}" name="Probe" namespace="test">
  <decision id="${id}" name="Probe"><variable id="v_${id}" name="probe"/>
    <decisionTable id="t_${id}" hitPolicy="FIRST">
      <input id="i_${id}" label="Probe"><inputExpression id="e_${id}"><text>${expression}</text></inputExpression></input>
      <output id="o_${id}" label="Tage" name="tage" typeRef="number"/>
      <rule id="r1_${id}"><inputEntry id="a_${id}"><text>${cell}</text></inputEntry><outputEntry id="b_${id}"><text>7</text></outputEntry></rule>
      <rule id="r2_${id}"><inputEntry id="c_${id}"><text></text></inputEntry><outputEntry id="d_${id}"><text>30</text></outputEntry></rule>
    </decisionTable></decision>
</definitions>`;

const unfair: Record<string, [expression: string, cell: string]> = {
  'probe-nationality': ['person.staatsangehoerigkeiten[1]', '"Syrien", "Nigeria"'],
  'probe-sex': ['geschlecht', '"w"'],
  'probe-name': ['person.familienname', 'starts with(?, "A")'],
  'probe-religion': ['religion', '"islamisch"'],
  'probe-birthplace': ['geburtsort', '"Aleppo", "Lagos"'],
};

test.serial('a table that reads who somebody is tells pairs apart, and the check of models finds it', async (t) => {
  const known: Tables = { routing: tables.routing ?? '', team: tables.team ?? '', prioritaet: tables.prioritaet ?? '' };
  for (const [id, [expression, cell]] of Object.entries(unfair)) {
    const content = planted(id, expression, cell);
    await engine.deploy({ name: `${id}.dmn`, kind: 'dmn', content });
    known[id] = id;
    const read = readDecisionTables(content).flatMap(({ inputs }) => inputs.map((input) => input.expression));
    t.is(read.flatMap(findUnfairNames).length, 1, id);
  }
  t.deepEqual(await toldApart(known, pairs.slice(0, 30)), Object.keys(unfair).sort());
});
