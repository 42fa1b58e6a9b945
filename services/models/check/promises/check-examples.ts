import { vectorsPathOf } from '../../../engine/releases/index.ts';
import { readTokens } from '../feel-tokens.ts';
import { type ReadExample, readExamples } from '../read-examples.ts';
import type { Analysed } from './flow-of-values.ts';
import type { Decision, TableFile } from './live-set.ts';
import { inQuotes, type Report } from './report.ts';
import { gives, literal, type Row, rowsFor } from './run-examples.ts';
import type { World } from './world.ts';

type Input = Record<string, unknown>;
type Example = { name: string; decision: string; input: Input; output: unknown };

const isWhole = (each: ReadExample): each is Example => {
  const { name, decision, input } = each;
  return typeof name === 'string' && typeof decision === 'string' && typeof input === 'object' && input !== null;
};

/** With the answers of the tables this one builds on. Undefined where one of them needs the engine. */
const completed = (world: World, { requires }: Decision, input: Input): Input | undefined => {
  const full = { ...input };
  for (const { decision: id, variable } of requires) {
    const needed = world.decisions.get(id)?.decision;
    const [cell] = (needed && rowsFor(needed, input)?.[0]?.outputs) ?? [];
    const [token, more] = readTokens(cell ?? '');
    if (!token || more) return undefined;
    const fixed = literal(token);
    full[variable] = fixed ? fixed.value : input[token.text];
  }
  return full;
};

const partOf = ({ outputs }: Decision, expected: unknown, name: string): unknown =>
  outputs.length === 1 ? expected : Object(expected)[name];

/** The column in which a row gives something else than is expected. */
const differsIn = (decision: Decision, row: Row, expected: unknown, input: Input): string | undefined =>
  decision.outputs.find(({ name }, index) => gives(row.outputs[index] ?? '', partOf(decision, expected, name), input) === false)?.name;

const sayValue = (value: unknown): string =>
  value === undefined ? 'nichts' : inQuotes(typeof value === 'string' ? value : JSON.stringify(value));

const faultInOne = (decision: Decision, row: Row, expected: unknown, input: Input): string | undefined => {
  const name = differsIn(decision, row, expected, input);
  return name && `erwartet für ${inQuotes(name)} ${sayValue(partOf(decision, expected, name))}; die Zeile ${row.id} gibt etwas anderes.`;
};

const faultInList = (decision: Decision, rows: readonly Row[], expected: unknown, input: Input): string | undefined => {
  const all = Array.isArray(expected) ? expected : [];
  if (all.length !== rows.length) return `erwartet ${all.length} Ergebnisse, es treffen ${rows.length} Zeilen zu.`;
  const lost = rows.find((row) => all.every((each) => differsIn(decision, row, each, input) !== undefined));
  return lost && `erwartet etwas anderes, als die Zeile ${lost.id} gibt.`;
};

const faultOf = (decision: Decision, rows: readonly Row[], { name, output }: Example, input: Input): string | undefined => {
  const meant = name.split(' ')[0];
  const isRow = decision.rules.some(({ id }) => id === meant);
  const met = isRow ? rows.find(({ id }) => id === meant) : rows[0];
  if (isRow && !met) return `trifft seine Zeile nicht, sondern ${rows.map(({ id }) => id).join(', ') || 'keine'}.`;
  if (!['FIRST', 'UNIQUE', 'ANY'].includes(decision.hitPolicy)) return faultInList(decision, rows, output, input);
  if (met) return faultInOne(decision, met, output, input);
  return output === null ? undefined : 'trifft keine Zeile.';
};

/** As far as it can be said without the engine: which rows an example meets, and whether they give what it expects. */
const runExample = (world: World, file: TableFile, example: Example, report: Report): void => {
  const decision = file.decisions.find(({ id }) => id === example.decision);
  const input = decision && completed(world, decision, example.input);
  const rows = input && rowsFor(decision, input);
  const fault = rows && faultOf(decision, rows, example, input);
  if (!fault) return;
  const meant = example.name.split(' ')[0];
  const row = decision.rules.find(({ id }) => id === meant) ?? rows[0];
  report({ path: file.path, elementId: row?.id ?? decision.id }, 'example-differs', `Das Beispiel ${inQuotes(example.name)} ${fault}`);
};

/** Tables against their own examples. */
export const checkExamples = (world: World, _: Analysed, report: Report): void => {
  for (const file of world.set.tables)
    for (const example of readExamples(world.set.texts.get(vectorsPathOf(file.path))).filter(isWhole))
      runExample(world, file, example, report);
};
