/** Other authorities: questions to them, their answers, and what is known of their pace. What other features may call. */
export { answerCodes, SIMULATION } from './authority.ts';
export { collectAnswers, startCollecting } from './collect-answers.ts';
export { formatMode, modesOf, parseMode, usualMode } from './modes.ts';
export { placeOrder } from './place-order.ts';
export { remindAuthority } from './remind-authority.ts';
export { findOrderOfWait, listDueTimes, listOrderFaults, readModes, storeMode } from './store.ts';
export { takeAnswer } from './take-answer.ts';
