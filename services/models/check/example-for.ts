import type { ModelText } from './check-files.ts';

export type Example = { name: string; decision: string; input: Record<string, unknown>; output: unknown };

/** An example for a row that has none: inputs that lead to just this row, and what the table then answers. Undefined if no inputs reach it. */
export const exampleFor = (
  _table: { xml: string; decisionId: string; vectors?: readonly Example[] },
  _ruleId: string,
): Example | undefined => undefined;

export type { ModelText };
