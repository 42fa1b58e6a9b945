export { readOffset } from './clock-file.ts';
export { fetchToken } from './fetch-token.ts';
export { moveClock } from './move-clock.ts';
export { findFreePorts } from './ports.ts';
export { type Run, readRun } from './run-file.ts';
export { type Progress, SetUpFault } from './set-up-fault.ts';
export type { DemoAccount } from './sign-in-page.ts';
export { runSupervised, type Supervised } from './supervisor.ts';
