/**
 * What the rest of Lotse may ask of the process engine. Behind it lie zeebe-node and the streams of its
 * jobs, which no file outside this folder imports.
 * Every call has its own deadline, is tried once, and fails with one of the classes in errors.ts. "Gone" is an answer, not an error:
 * a job or instance may always have been withdrawn by the engine in the meantime.
 */
export type Health = { ok: true; reason: '' } | { ok: false; reason: string };

export type Message = {
  name: string;
  correlationKey: string;
  /** The engine refuses the same id again for as long as the message lives; afterwards it has forgotten it. */
  messageId: string;
  ttlMs: number;
  variables: Record<string, unknown>;
};

export type EvaluatedDecision = {
  /** Parsed result; null when no row matched. */
  output: unknown;
  failure: string;
};

export type Resource = { name: string; kind: 'bpmn' | 'dmn' | 'form'; content: string };

/** `id` is the process id in the text. */
export type ProcessResource = { name: string; id: string; content: string };

/** `key` is the definition key the engine gave (of the process, form, or decision requirements). */
export type DeployedResource = { key: string; version: number; decisions: { id: string; key: string; version: number }[] };

/** A job as a worker sees it. All keys are text: from the fourth partition on they do not fit a number. */
export type Job<In = Record<string, unknown>> = {
  key: string;
  type: string;
  elementId: string;
  /** Released id (`duldung--1a2b3c4d`), or the plain id of a process with a message or timer start. */
  bpmnProcessId: string;
  processInstanceKey: string;
  elementInstanceKey: string;
  processDefinitionKey: string;
  retries: number;
  /** Milliseconds since 1970 on the engine's clock: from then on the engine may give the job to somebody else. */
  deadline: number;
  customHeaders: Record<string, string>;
  variables: In;
};

export type JobWorkerSpec = {
  type: string;
  /** Variables to fetch; an empty list fetches none. */
  fetchVariables: readonly string[] | 'all';
  timeoutMs: number;
  maxJobs: number;
  /** Must never reject; a job is done with when the promise settles. */
  onJob: (job: Job) => Promise<void>;
};

export type JobWorker = { close: (capMs?: number) => Promise<void> };

export type Engine = {
  /** Errors: EngineUnavailable, EngineOverloaded, EngineRefused (also for all calls below). */
  publishMessage: (message: Message) => Promise<'published' | 'already-exists'>;
  completeJob: (jobKey: string, variables: Record<string, unknown>) => Promise<'completed' | 'not-found'>;
  failJob: (failure: { jobKey: string; retries: number; message: string; backOffMs: number }) => Promise<'failed' | 'not-found'>;
  throwBpmnError: (error: {
    jobKey: string;
    code: string;
    message: string;
    variables?: Record<string, unknown>;
  }) => Promise<'thrown' | 'not-found'>;
  cancelInstance: (processInstanceKey: string) => Promise<'cancelled' | 'not-found'>;
  /** `decisionId` is a released id; the latest version of it is evaluated. */
  evaluateDecision: (decisionId: string, variables: Record<string, unknown>) => Promise<EvaluatedDecision | 'not-found'>;
  deploy: (resource: Resource) => Promise<DeployedResource>;
  /** All of them or none; answers in their order. Processes only: their keys are told apart by their ids. */
  deployTogether: (processes: readonly ProcessResource[]) => Promise<DeployedResource[]>;
  setJobRetries: (jobKey: string, retries: number) => Promise<'set' | 'not-found'>;
  resolveIncident: (incidentKey: string) => Promise<'resolved' | 'not-found'>;
  openWorker: (spec: JobWorkerSpec) => JobWorker;
  health: () => Health;
  /** Resolves when the engine answers and every partition has a healthy leader; rejects when the signal is aborted. */
  whenHealthy: (signal: AbortSignal) => Promise<void>;
  close: () => Promise<void>;
};
