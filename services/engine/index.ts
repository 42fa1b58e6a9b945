/**
 * The only door to the process engine. Beside this table of contents, features import the contracts of their rooms by file:
 * define-worker.ts, define-command.ts, define-projection.ts.
 */
export { canonical } from './canonical.ts';
export { createEngine } from './client/zeebe-engine.ts';
export { type Commands, createCommands } from './commands.ts';
export type { Deps, Variables } from './contracts.ts';
export type { EngineRecord } from './define-projection.ts';
export { type Job, Refusal } from './define-worker.ts';
export { createReleases } from './deployment/create-releases.ts';
export type { DeployOutcome } from './deployment/deploy-parts.ts';
export { deployProcesses } from './deployment/deploy-processes.ts';
export { type FileChange, hashOf, hashText, type ModelFile, tablePathOf, vectorsPathOf, withChanges } from './deployment/model-files.ts';
export {
  findByChange,
  findModelRelease,
  type LiveFile,
  listModelFiles,
  listModelReleases,
  type ModelRelease,
  type ModelReleaseLine,
} from './deployment/model-store.ts';
export { type Drift, readDrift } from './deployment/read-drift.ts';
export { readXml, walk, type XmlElement } from './deployment/read-xml.ts';
export { releaseFiles, rollBack } from './deployment/release-files.ts';
export { previewBundle, type ResolvedPart } from './deployment/resolve-bundle.ts';
export type { Engine, Health } from './engine.ts';
export { BundleRefused, EngineRefused, EngineUnavailable } from './errors.ts';
export { isTransient } from './is-transient.ts';
export { type OutboxOptions, startOutbox } from './outbox/outbox-runner.ts';
export { countPending, listFailed, retryCommand, type StuckCommand } from './outbox/store.ts';
export { countOpenIncidents, isQuiet } from './records/case-store.ts';
export { countOpenAt, type DecisionEvaluation, type DecisionStep, listLatestDecisions } from './records/read-decisions.ts';
export {
  type CaseSet,
  countByElement,
  countByProcess,
  countByRelease,
  type ElementFigures,
  listCasesAt,
  type ProcessFigures,
} from './records/read-figures.ts';
export { type HeatFigures, readHeat } from './records/read-heat.ts';
export {
  type ElementRow,
  findOpenIncident,
  type IncidentRow,
  type InstanceRow,
  listCaseElements,
  listCaseIncidents,
  listCaseInstances,
  listOpenIncidents,
  type OpenIncident,
} from './records/read-instances.ts';
export { casesStanding, type Places } from './records/read-standing.ts';
export { type JobOutcome, jobOutcome, type RecordsHealth, recordsHealth } from './records/read-store.ts';
export { hashReadModel } from './records/rebuild.ts';
export { rebuildReadModel, startRecords } from './records/start-records.ts';
export type { ElementDescription, Kind, Release, ReleaseContent, Releases } from './releases.ts';
export { createTrial } from './trial/create-trial.ts';
export { type FeelText, TOO_LATE, type Trial, type Tried } from './trial/trial.ts';
export { isVariableCode } from './variables.ts';
export { startWorkers } from './worker-runtime.ts';
