import { TOO_LATE, type Trial } from '../engine/index.ts';
import { Unavailable } from '../platform/errors.ts';
import { type DecisionRule, type DecisionTable, readDecisionTables } from '../reading/index.ts';

type Context = Record<string, unknown>;

/** A row that did not decide, and the first of its cells that kept it from matching. */
export type Loser = { rule: string; because: string };

export type Explanation = {
  rule: DecisionRule;
  outputs: unknown;
  /** Inputs as the table names them. */
  inputs: Context;
  losers: Loser[];
};

type Question = { content: string; decision: string; variables: Context };

const isAny = (cell: string): boolean => cell === '' || cell === '-';

const show = (value: unknown): string =>
  typeof value === 'string' ? `„${value}“` : value === null || value === undefined ? 'nichts' : String(value);

const assertAnswered = (failure: string): void => {
  if (failure === '') return;
  throw new Unavailable(
    failure === TOO_LATE ? 'Die Regeln ließen sich nicht rechtzeitig nachrechnen.' : `Die Regeln lassen sich nicht nachrechnen: ${failure}`,
  );
};

type Seen = { values: readonly unknown[]; holds: (row: number, column: number) => boolean };

const firstFailing = ({ inputs, rules }: DecisionTable, row: number, { values, holds }: Seen): Loser[] => {
  const rule = rules[row];
  const column = inputs.findIndex((_, index) => !isAny(rule?.inputs[index] ?? '-') && !holds(row, index));
  const input = inputs[column];
  if (!rule || !input) return [];
  return [
    { rule: rule.id, because: `${input.label || input.expression} ist ${show(values[column])}, verlangt ist ${rule.inputs[column]}` },
  ];
};

/**
 * Which row of a FIRST table decides and why the rows before it do not, in the engine's own reading of the cells (services/engine/trial). Undefined if no row
 * applies; throws Unavailable where the reading cannot be asked or costs too much.
 */
export const explainDecision = async (trial: Trial, question: Question): Promise<Explanation | undefined> => {
  const table = readDecisionTables(question.content).find((each) => each.id === question.decision);
  if (!table) return undefined;
  const tried = await trial.evaluate(question);
  assertAnswered(tried.failure);
  const step = tried.steps.find(({ decision }) => decision === table.id);
  const decided = table.rules.findIndex(({ id }) => id === step?.rules[0]);
  const rule = table.rules[decided];
  if (!step || !rule) return undefined;
  const { failure, cells } = await trial.cells(question);
  assertAnswered(failure);
  const holding = new Set(cells.map(([row, column]) => `${row} ${column}`));
  const seen: Seen = { values: step.inputs, holds: (row, column) => holding.has(`${row} ${column}`) };
  return {
    rule,
    outputs: tried.output,
    inputs: Object.fromEntries(table.inputs.map(({ expression }, index) => [expression, step.inputs[index] ?? null])),
    losers: table.rules.slice(0, decided).flatMap((_, row) => firstFailing(table, row, seen)),
  };
};
