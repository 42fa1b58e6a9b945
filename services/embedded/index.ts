/** The embedded default: engine, database, sign-in and mail that come with Lotse. What main.ts and the demo may call. */
export { moveClock } from './move-clock.ts';
export { readOffset } from './clock-file.ts';
export { SetUpFault } from './set-up-fault.ts';
export { runSupervised } from './supervisor.ts';
