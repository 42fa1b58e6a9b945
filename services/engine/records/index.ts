/** What the engine has done, as it told it itself: records in order, and what is read from them. */
export { countOpenIncidents, isQuiet } from './case-store.ts';
export { countOpenAt, type DecisionEvaluation, type DecisionStep, listLatestDecisions } from './read-decisions.ts';
export {
  type CaseSet,
  countByElement,
  countByProcess,
  countByRelease,
  type ElementFigures,
  listCasesAt,
  type ProcessFigures,
} from './read-figures.ts';
export { type HeatFigures, readHeat } from './read-heat.ts';
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
} from './read-instances.ts';
export { casesStanding, type Places } from './read-standing.ts';
export { type JobOutcome, jobOutcome, type RecordsHealth, recordsHealth } from './read-store.ts';
export { hashReadModel } from './rebuild.ts';
export { rebuildReadModel, startRecords } from './start-records.ts';
