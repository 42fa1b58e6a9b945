/** Models: what is released, in words and pictures. What other features may call. */
export { type Explanation, explainDecision, type Loser } from './explain-decision.ts';
export { type DecisionTable, readDecisionTables } from './read-decision-table.ts';
export type { FormField } from './read-form-fields.ts';
export type { ProcessModel } from './read-process.ts';
export { findFields, findProcess } from './read-released.ts';
