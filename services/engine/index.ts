/** The only door to the process engine: what other folders may use of it. */
export { createEngine } from './client/zeebe-engine.ts';
export { type Commands, createCommands } from './commands.ts';
export type { Deps, Variables } from './contracts.ts';
export { type AnyCommand, type CommandContext, defineCommand } from './define-command.ts';
export { defineProjection, type EngineRecord, type Projection, type ProjectionContext } from './define-projection.ts';
export { defineWorker, type Job, leaveOpen, Refusal } from './define-worker.ts';
export { createReleases } from './deployment/create-releases.ts';
export { type DeployOutcome, deployProcesses } from './deployment/deploy-processes.ts';
export type { Engine, Health } from './engine.ts';
export { BundleRefused, EngineOverloaded, EngineRefused, EngineUnavailable } from './errors.ts';
export { isTransient } from './is-transient.ts';
export { loadByPath } from './load-by-path.ts';
export { countPending, listFailed, retryCommand, type StuckCommand } from './outbox/store.ts';
export type { ElementDescription, Kind, Release, ReleaseContent, Releases } from './releases.ts';
export { jobOutcome, type JobOutcome, type RecordsHealth, recordsHealth } from './records/read-store.ts';
export { hashReadModel } from './records/rebuild.ts';
export { rebuildReadModel, startRecords } from './records/start-records.ts';
export { startEngineWorkers } from './start-engine-workers.ts';
