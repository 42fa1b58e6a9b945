/** What can go wrong between us and the engine, in the three kinds that callers treat differently. */

/** No answer in time, or no connection. Whether the call took effect is unknown, so only idempotent calls may be repeated. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

/** The engine is alive but takes nothing right now (back pressure, disk full). The call had no effect. */
export class EngineOverloaded extends Error {
  override readonly name = 'EngineOverloaded';
}

/** The engine understood and said no; repeating the same call is useless. `code` is the gRPC status. */
export class EngineRefused extends Error {
  override readonly name = 'EngineRefused';
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

/** The job's process is of a release that is under way; a moment later it is there, and the job is done then. */
export class ReleaseUnderWay extends Error {
  override readonly name = 'ReleaseUnderWay';
}

/** A business "no" of a worker: becomes a BPMN error with this code, which the model must catch. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly variables: Record<string, unknown>;
  constructor(code: string, message: string, variables: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.variables = variables;
  }
}

/** Thrown by the deployment: every fault of the bundle at once, one readable line each. */
export class BundleRefused extends Error {
  override readonly name = 'BundleRefused';
  readonly findings: readonly string[];
  constructor(findings: readonly string[]) {
    super(`Die Modelle können nicht übernommen werden:\n- ${findings.join('\n- ')}`);
    this.findings = findings;
  }
}
