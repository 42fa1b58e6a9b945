import { type DecisionTable, readDecisionTables } from '../../reading/index.ts';
import { namesIn } from './feel.ts';
import { answerTable, contextOf, countFailing, type Inputs } from './try-inputs.ts';

export type Example = { name: string; decision: string; input: Record<string, unknown>; output: unknown };

/** The server waits meanwhile, so it is short: processor time of this thread, so that others who keep the machine busy cost no example. */
const limits = { tries: 5000, microseconds: 1_200_000 };

const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return user + system;
};

const keywords = new Set([
  'null',
  'true',
  'false',
  'and',
  'or',
  'not',
  'in',
  'if',
  'then',
  'else',
  'every',
  'some',
  'satisfies',
  'for',
  'return',
  'between',
  'date',
  'contains',
  'list',
]);

/** Tables a decision rests on, itself the last. */
const tablesBelow = (tables: DecisionTable[], table: DecisionTable): DecisionTable[] => [
  ...table.requires.flatMap(({ decision }) => tables.filter(({ id }) => id === decision).flatMap((each) => tablesBelow(tables, each))),
  table,
];

const literalsIn = (cell: string): unknown[] => [
  ...[...cell.matchAll(/"([^"]*)"/g)].map(([, text]) => text),
  ...[
    ...cell
      .replace(/"[^"]*"/g, '')
      .replaceAll('..', ' ')
      .matchAll(/(?<![\p{L}\w])-?\d+(?:\.\d+)?/gu),
  ].flatMap(([figure]) => [Number(figure), Number(figure) - 1, Number(figure) + 1]),
  ...(/\b(?:true|false)\b/.test(cell) ? [true, false] : []),
];

/** Values worth trying for each input: those of other examples, and what the cells of its columns speak of. */
const poolsOf = (used: readonly DecisionTable[], examples: readonly Example[]): Map<string, unknown[]> => {
  const computed = new Set(used.map(({ variable }) => variable));
  const pools = new Map<string, unknown[]>();
  const add = (name: string, values: readonly unknown[]): void => {
    if (computed.has(name) || keywords.has(name)) return;
    pools.set(name, [...new Set([...(pools.get(name) ?? []), ...values])]);
  };
  for (const table of used) {
    for (const [index, { expression }] of table.inputs.entries()) {
      const cells = table.rules.map((rule) => rule.inputs[index] ?? '');
      const literals = cells.flatMap(literalsIn);
      for (const name of namesIn(expression)) {
        add(name, literals);
        // What another table works out comes from what that one reads.
        const below = used.find(({ variable }) => variable === name);
        for (const input of below?.inputs ?? []) for (const read of namesIn(input.expression)) add(read, literals);
      }
      // A cell may compare with another input: `>= gehaltsgrenze`.
      for (const other of new Set(cells.flatMap(namesIn))) {
        const known = examples.flatMap(({ input }) => (typeof input[other] === 'number' ? [input[other]] : []));
        if (!examples.some(({ input }) => other in input)) continue;
        add(other, known);
        for (const name of namesIn(expression))
          add(
            name,
            known.flatMap((figure) => [figure, figure - 1, figure + 1]),
          );
      }
    }
  }
  for (const { input } of examples) for (const [name, value] of Object.entries(input)) if (pools.has(name)) add(name, [value]);
  for (const [name, values] of pools) {
    // The row for all the rest wants something no other row speaks of.
    if (values.some((value) => typeof value === 'string')) values.push('ANDERES');
    if (values.length === 0) pools.set(name, [null]);
  }
  return pools;
};

type Judge = (inputs: Inputs) => number;

/** From some inputs to better ones: the best single change, then the best pair, until nothing helps. Zero is what is looked for. */
const improve = (
  start: Inputs,
  pools: ReadonlyMap<string, readonly unknown[]>,
  judge: Judge,
  mayGoOn: () => boolean,
): { inputs: Inputs; score: number } => {
  let best = { inputs: start, score: judge(start) };
  const moves = [...pools].flatMap(([name, values]) => values.map((value) => ({ [name]: value }) as Inputs));
  const tryAll = (changes: Iterable<Inputs>): boolean => {
    const before = best.score;
    const from = best.inputs;
    for (const change of changes) {
      if (!mayGoOn() || best.score < 1) break;
      const inputs = { ...from, ...change };
      const score = judge(inputs);
      if (score < best.score) best = { inputs, score };
    }
    return best.score < before;
  };
  function* pairs(): Generator<Inputs> {
    for (const [index, one] of moves.entries()) for (const other of moves.slice(index + 1)) yield { ...one, ...other };
  }
  while (best.score >= 1 && mayGoOn() && (tryAll(moves) || tryAll(pairs())));
  return best;
};

const nameOf = (ruleId: string, table: DecisionTable, values: readonly unknown[], taken: readonly string[]): string => {
  const rule = table.rules.find(({ id }) => id === ruleId);
  const told =
    rule?.inputs.flatMap((cell, index) => (cell === '' || cell === '-' || values[index] === null ? [] : [String(values[index])])) ?? [];
  const name = `${ruleId} ${told.slice(0, 2).join(' ') || 'alles Übrige'}`.trim();
  let free = name;
  for (let count = 2; taken.includes(free); count += 1) free = `${name} ${count}`;
  return free;
};

/**
 * An example for a row that has none: inputs that lead to just this row, and what the table then answers. Undefined where none is found, which mostly
 * means that the rows before it take everything.
 */
export const exampleFor = (
  { xml, decisionId, vectors = [] }: { xml: string; decisionId: string; vectors?: readonly Example[] },
  ruleId: string,
): Example | undefined => {
  const tables = readDecisionTables(xml);
  const table = tables.find(({ id }) => id === decisionId);
  const at = table?.rules.findIndex(({ id }) => id === ruleId) ?? -1;
  const rule = table?.rules[at];
  if (!table || !rule) return undefined;
  const used = tablesBelow(tables, table);
  const pools = poolsOf(used, vectors);
  const inOrder = table.hitPolicy === 'FIRST';
  const started = spent();
  let tries = 0;
  const mayGoOn = (): boolean => tries < limits.tries && spent() - started < limits.microseconds;
  const judge: Judge = (inputs) => {
    tries += 1;
    const { context, values } = contextOf(tables, table, inputs);
    const failing = countFailing(rule, values, context);
    if (failing > 0) return failing * 100;
    const others = (inOrder ? table.rules.slice(0, at) : table.rules.filter((each) => each !== rule)).filter(
      (each) => countFailing(each, values, context) === 0,
    ).length;
    // Where all matching rows count, others may match, too; few are better.
    return inOrder || table.hitPolicy === 'UNIQUE' ? others : others / 1000;
  };
  const plain = Object.fromEntries([...pools].map(([name, values]) => [name, values[0] ?? null]));
  const starts = [...vectors.filter(({ decision }) => decision === decisionId).map(({ input }) => ({ ...plain, ...input })), plain]
    .map((inputs) => ({ inputs, score: judge(inputs) }))
    .toSorted((a, b) => a.score - b.score);
  for (const { inputs } of starts.slice(0, 5)) {
    const found = improve(inputs, pools, judge, mayGoOn);
    if (found.score >= 1) continue;
    const { context, values } = contextOf(tables, table, found.inputs);
    const input = Object.fromEntries([...pools.keys()].map((name) => [name, found.inputs[name] ?? null]));
    const taken = vectors.map(({ name }) => name);
    return { name: nameOf(ruleId, table, values, taken), decision: decisionId, input, output: answerTable(table, values, context) };
  }
  return undefined;
};
