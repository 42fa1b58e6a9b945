import { evaluate, unaryTest } from 'feelin';
import type { DecisionRule, DecisionTable } from '../../reading/index.ts';

export type Inputs = Record<string, unknown>;

const isAny = (cell: string): boolean => cell === '' || cell === '-';

const holds = (cell: string, value: unknown, context: Inputs): boolean => {
  if (isAny(cell)) return true;
  try {
    return unaryTest(cell, { ...context, '?': value }).value === true;
  } catch {
    return false;
  }
};

/** How many cells of a row do not match. */
export const countFailing = (rule: DecisionRule, values: readonly unknown[], context: Inputs): number =>
  rule.inputs.filter((cell, index) => !holds(cell, values[index], context)).length;

const answerOf = (table: DecisionTable, rule: DecisionRule, context: Inputs): unknown => {
  const said = table.outputs.map(({ name }, index) => [name, evaluate(rule.outputs[index] || 'null', context).value as unknown] as const);
  return said.length === 1 ? (said[0]?.[1] ?? null) : Object.fromEntries(said);
};

/** What a table answers, as its examples write it; null where no row applies. */
export const answerTable = (table: DecisionTable, values: readonly unknown[], context: Inputs): unknown => {
  const hits = table.rules.filter((rule) => countFailing(rule, values, context) === 0);
  const answers = hits.map((rule) => answerOf(table, rule, context));
  if (answers.length === 0) return null;
  return table.hitPolicy === 'COLLECT' || table.hitPolicy === 'RULE ORDER' ? answers : answers[0];
};

/** What the columns of a table read for given inputs; decisions it requires are worked out first. */
export const contextOf = (tables: DecisionTable[], table: DecisionTable, inputs: Inputs): { context: Inputs; values: unknown[] } => {
  const context: Inputs = { ...inputs };
  for (const need of table.requires) {
    const needed = tables.find(({ id }) => id === need.decision);
    const read = needed && contextOf(tables, needed, inputs);
    context[need.variable] = needed && read ? answerTable(needed, read.values, read.context) : null;
  }
  return { context, values: table.inputs.map(({ expression }) => evaluate(expression, context).value as unknown) };
};
