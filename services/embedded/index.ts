/** The embedded default: brings up Zeebe, PostgreSQL, sign-in and mail where no setting names others, and keeps them up. */
export { readOffset } from './clock-file.ts';
export { audience, webClientId } from './identity-settings.ts';
export { moveClock } from './move-clock.ts';
export { reachDatabase } from './reach-database.ts';
export { type Progress, SetUpFault } from './set-up-fault.ts';
export type { DemoAccount } from './sign-in-page.ts';
export { runSupervised, type Supervised } from './supervisor.ts';
