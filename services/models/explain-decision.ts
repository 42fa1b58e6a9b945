import { evaluate, unaryTest } from 'feelin';
import type { DecisionRule, DecisionTable } from './read-decision-table.ts';

type Context = Record<string, unknown>;

/** A row that did not decide, and the first of its cells that kept it from matching. */
export type Loser = { rule: string; because: string };

export type Explanation = {
  rule: DecisionRule;
  outputs: Context;
  /** Inputs as the table names them. */
  inputs: Context;
  losers: Loser[];
};

const isAny = (cell: string): boolean => cell === '' || cell === '-';

const show = (value: unknown): string =>
  typeof value === 'string' ? `„${value}“` : value === null || value === undefined ? 'nichts' : String(value);

const firstFailing = (table: DecisionTable, rule: DecisionRule, values: unknown[], context: Context): string | undefined => {
  for (const [index, input] of table.inputs.entries()) {
    const cell = rule.inputs[index] ?? '-';
    if (isAny(cell)) continue;
    if (unaryTest(cell, { ...context, '?': values[index] }).value !== true) {
      return `${input.label || input.expression} ist ${show(values[index])}, verlangt ist ${cell}`;
    }
  }
  return undefined;
};

/**
 * Works out, for display, which row of a FIRST table decides and why the rows before it do not. The engine has decided already;
 * this only says it in words. Decisions it requires are worked out first, under their variable's name. Undefined if no row matches.
 */
export const explainDecision = (tables: DecisionTable[], decisionId: string, variables: Context): Explanation | undefined => {
  const table = tables.find((each) => each.id === decisionId);
  if (!table) return undefined;
  const context: Context = { ...variables };
  for (const need of table.requires) {
    const result = explainDecision(tables, need.decision, variables)?.outputs;
    const single = result && Object.keys(result).length === 1 ? Object.values(result)[0] : result;
    context[need.variable] = single ?? null;
  }
  const values = table.inputs.map((input) => evaluate(input.expression, context).value as unknown);
  const losers: Loser[] = [];
  for (const rule of table.rules) {
    const because = firstFailing(table, rule, values, context);
    if (because === undefined) {
      const outputs = Object.fromEntries(
        table.outputs.map((output, index) => [output.name, evaluate(rule.outputs[index] || 'null', context).value as unknown]),
      );
      const inputs = Object.fromEntries(table.inputs.map((input, index) => [input.expression, values[index]]));
      return { rule, outputs, inputs, losers };
    }
    losers.push({ rule: rule.id, because });
  }
  return undefined;
};
