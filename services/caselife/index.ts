/** The life of a case: opened, given to another section, withdrawn, closed, and opened anew as its renewal. */
export { reassignCase, withdrawCase } from './change-case.ts';
export { openCase, openCaseIn } from './open-case.ts';
