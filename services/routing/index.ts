/** Routing: from the tables' answers to section, team, role and released process, with the reason in words. */
export { asRecorded } from './as-recorded.ts';
export { assignCase } from './assign-case.ts';
