/** Facts that forms speak of and none asks: the application gives them, or a service notes them (take-in-objection.ts, answer-question.ts). */
export const givenFacts: ReadonlySet<string> = new Set([
  'angegriffenerBescheid',
  'antwortRechtssachbearbeitung',
  'aufschiebendeWirkung',
  'widerspruchFristText',
]);
