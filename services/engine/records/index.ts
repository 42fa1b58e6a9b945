/** What the engine has done, as it told it itself: records in order, and what is read from them. */
export { countOpenIncidents, isQuiet } from './case-store.ts';
export { countOpenAt, type DecisionEvaluation, type DecisionStep, listLatestDecisions } from './decisions-store.ts';
export {
  type CaseSet,
  countByElement,
  countByProcess,
  countByRelease,
  type ElementFigures,
  listCasesAt,
  type ProcessFigures,
} from './figures-store.ts';
export { type HeatFigures, readHeat } from './heat-store.ts';
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
} from './instances-store.ts';
export { type JobOutcome, jobOutcome, type RecordsHealth, recordsHealth } from './outcome-store.ts';
export { hashReadModel } from './rebuild-store.ts';
export { casesStanding, type Places } from './standing-store.ts';
export { rebuildReadModel, startRecords } from './start-records.ts';
