/** Models: what is released, in words and pictures. What other features may call. */
export { explainDecision, type Explanation, type Loser } from './explain-decision.ts';
export { readDecisionTables, type DecisionTable } from './read-decision-table.ts';
