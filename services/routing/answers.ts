import { type AnswerOf, facts, list, object, oneOf, text } from '../platform/shape.ts';

/** Why a case is where it is. */
export const routing = object({
  section: text(),
  team: text(),
  role: text(),
  process: text(),
  rule: text().description('of the routing table; empty until the engine has said it'),
  inputs: facts().description('variables the table was asked with'),
  losers: list(object({ rule: text(), because: text() })).description('rows before it that did not match'),
  explanation: oneOf('laeuft', 'fertig', 'nicht-moeglich').description('how far it is known why the rows before did not match'),
  reason: text(),
});

export type Routing = AnswerOf<typeof routing>;
