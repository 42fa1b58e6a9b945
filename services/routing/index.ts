/** Routing: from the tables' answers to section, team, role and released process, with the reason in words. */
export { assignCase } from './assign-case.ts';
export { whyHere } from './why-here.ts';
