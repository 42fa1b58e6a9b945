import type { EngineRecord } from '../define-projection.ts';
import type { Released } from './case-tracker.ts';
import { instanceKeyOf } from './case-tracker.ts';
import { isReadByEngine } from './what-is-read.ts';

export type Row = Record<string, unknown>;
export type FoldedRows = { elements: Row[]; incidents: Row[]; decisions: Row[]; jobs: Row[] };

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const at = (record: EngineRecord): string => new Date(record.timestamp).toISOString();
const keyOrNull = (value: unknown): string | null => (value === undefined ? null : String(value));
const withoutHash = (id: string): string => id.replace(/--[0-9a-f]{8}$/, '');

const elementStates: Record<string, string> = {
  ELEMENT_ACTIVATING: 'active',
  ELEMENT_COMPLETED: 'completed',
  ELEMENT_TERMINATED: 'terminated',
  SEQUENCE_FLOW_TAKEN: 'taken',
};

const jobStates: Record<string, string> = {
  CREATED: 'created',
  COMPLETED: 'completed',
  CANCELED: 'canceled',
  FAILED: 'failed',
  RETRIES_UPDATED: 'created',
  ERROR_THROWN: 'error',
};

const ended = new Set(['completed', 'terminated', 'taken', 'canceled', 'error']);

const parseValue = (value: unknown): unknown => {
  try {
    return JSON.parse(text(value));
  } catch {
    return text(value);
  }
};

type Evaluated = {
  decisionId: unknown;
  decisionOutput: unknown;
  evaluatedInputs?: { inputName?: unknown; inputId?: unknown; inputValue?: unknown }[];
  matchedRules?: {
    ruleId?: unknown;
    ruleIndex?: unknown;
    evaluatedOutputs?: { outputId?: unknown; outputName?: unknown; outputValue?: unknown }[];
  }[];
};

const element = (record: EngineRecord, base: Row, before: Row | undefined): Row | undefined => {
  const state = elementStates[record.intent];
  if (!state) return undefined;
  const { value } = record;
  return {
    ...base,
    element_key: record.key,
    element_id: text(value.elementId),
    element_type: text(value.bpmnElementType),
    state,
    position: before?.position ?? record.position,
    activated_at: before?.activated_at ?? at(record),
    ended_at: ended.has(state) ? at(record) : null,
  };
};

const job = (record: EngineRecord, base: Row, before: Row | undefined): Row | undefined => {
  const state = jobStates[record.intent];
  if (!state) return undefined;
  const { value } = record;
  return {
    ...base,
    job_key: record.key,
    job_type: text(value.type),
    element_id: text(value.elementId),
    element_key: text(value.elementInstanceKey),
    state,
    retries: Number(value.retries ?? 0),
    message: text(value.errorMessage).slice(0, 2_000),
    created_at: before?.created_at ?? at(record),
    ended_at: ended.has(state) ? at(record) : null,
  };
};

const incident = (record: EngineRecord, base: Row, before: Row | undefined): Row => {
  const { value } = record;
  return {
    ...base,
    incident_key: record.key,
    element_id: text(value.elementId),
    element_key: text(value.elementInstanceKey),
    job_key: keyOrNull(value.jobKey),
    error_type: text(value.errorType),
    message: text(value.errorMessage).slice(0, 2_000),
    created_at: before?.created_at ?? at(record),
    resolved_at: record.intent === 'RESOLVED' ? at(record) : null,
  };
};

/** A table that needs another is evaluated in several steps; each is kept with the rule that matched. */
const decisions = (record: EngineRecord, base: Row): Row[] => {
  const { value } = record;
  return ((value.evaluatedDecisions as Evaluated[] | undefined) ?? []).map((step, index) => ({
    ...base,
    evaluation_key: record.key,
    step: index,
    element_id: text(value.elementId),
    element_key: text(value.elementInstanceKey),
    plain_id: withoutHash(text(step.decisionId)),
    engine_id: text(step.decisionId),
    inputs: (step.evaluatedInputs ?? []).map((each) => ({
      id: text(each.inputId),
      name: text(each.inputName),
      value: parseValue(each.inputValue),
    })),
    matched_rules: (step.matchedRules ?? []).map((rule) => ({
      id: text(rule.ruleId),
      index: rule.ruleIndex,
      outputs: (rule.evaluatedOutputs ?? []).map((each) => ({
        id: text(each.outputId),
        name: text(each.outputName),
        value: parseValue(each.outputValue),
      })),
    })),
    output: parseValue(step.decisionOutput),
    failure: text(value.evaluationFailureMessage),
    evaluated_at: at(record),
  }));
};

/** The last state of every row a batch touches: one row each, so a batch is a handful of statements. */
export const foldRows = (released: readonly Released[]): FoldedRows => {
  const elements = new Map<string, Row>();
  const jobs = new Map<string, Row>();
  const incidents = new Map<string, Row>();
  const evaluated: Row[] = [];
  const put = (rows: Map<string, Row>, key: string, row: Row | undefined): void => {
    if (row) rows.set(key, row);
  };
  for (const { record, caseId } of released) {
    if (!isReadByEngine(record)) continue;
    const base: Row = {
      process_instance_key: instanceKeyOf(record) ?? '',
      case_id: caseId,
    };
    const { key, valueType } = record;
    if (valueType === 'PROCESS_INSTANCE') put(elements, key, element(record, base, elements.get(key)));
    else if (valueType === 'JOB') put(jobs, key, job(record, base, jobs.get(key)));
    else if (valueType === 'INCIDENT') put(incidents, key, incident(record, base, incidents.get(key)));
    else if (valueType === 'DECISION_EVALUATION') evaluated.push(...decisions(record, base));
  }
  return { elements: [...elements.values()], jobs: [...jobs.values()], incidents: [...incidents.values()], decisions: evaluated };
};
