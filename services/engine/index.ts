/**
 * The process engine: its commands, workers and health. Three rooms have doors of their own: records/ (all that ran, counted: running cases, heat,
 * decisions), releases/ and outbox/. Features import the contracts of their own rooms by file: define-worker.ts, define-command.ts, define-projection.ts.
 */
export { canonical } from './canonical.ts';
export { createEngine } from './client/zeebe-engine.ts';
export { type Commands, createCommands } from './commands.ts';
export type { Variables } from './contracts.ts';
export type { EngineRecord } from './define-projection.ts';
export { type Job, Refusal } from './define-worker.ts';
export type { Engine, Health } from './engine.ts';
export { BundleRefused, EngineRefused, EngineUnavailable } from './errors.ts';
export { isTransient } from './is-transient.ts';
export { loadByPath } from './load-by-path.ts';
export { createTrial } from './trial/create-trial.ts';
export { type FeelText, TOO_LATE, type Trial, type Tried } from './trial/trial.ts';
export { type Declared, findUndeclared, isVariableCode, undeclaredSentence } from './variables.ts';
export { startWorkers } from './worker-runtime.ts';
