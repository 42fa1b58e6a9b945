import type Joi from 'joi';
import type { Deps } from '../deps.ts';
import type { Variables } from './contracts.ts';
import type { Job } from './engine.ts';
import type { Declared } from './variables.ts';

export type { Job } from './engine.ts';
export { Refusal } from './errors.ts';
export type { Declared, VariableKind } from './variables.ts';

/** Returned by a handler: the job stays open and is completed later by its key (user tasks). */
export const leaveOpen: unique symbol = Symbol('leave the job open');

export type Worker<In> = {
  /** Only where the job type cannot be a file name. */
  type?: string;
  /** The variables the worker reads: just these are fetched, checked, and given with joi's defaults filled in. Optional ones must allow null. */
  input: Joi.PartialSchemaMap<In>;
  /** The variables the worker sets, each with its kind or its codes (variables.ts); others are refused, and what it sets may be null. */
  output?: Declared;
  /** Fetches every variable in scope, not only those of `input`: user tasks, whose form is the model's business. */
  allVariables?: true;
  /** How long the engine waits before it gives the job to somebody else. Default 60 s. At least three times the slowest handler. */
  timeoutMs?: number;
  /** At most this many at once in one process. */
  maxJobs?: number;
  /**
   * Runs at least once, sometimes twice: effects need a business key. Result: variables to set, nothing, or `leaveOpen`.
   * A `Refusal` becomes a BPMN error, and sets no more than `output` names; any other error fails the job, which comes again later and ends as an incident with the error's message.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that returns nothing at all is the usual case
  handle: (job: Job<In>, deps: Deps) => Promise<Variables | typeof leaveOpen | undefined | void>;
};

export type AnyWorker = Worker<never>;

export const defineWorker = <In>(worker: Worker<In>): AnyWorker => worker as unknown as AnyWorker;
