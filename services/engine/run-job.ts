import { setTimeout as pause } from 'node:timers/promises';
import Joi from 'joi';
import type { Deps } from '../deps.ts';
import type { Variables } from './contracts.ts';
import { type AnyWorker, leaveOpen } from './define-worker.ts';
import type { Engine, Job } from './engine.ts';
import { EngineOverloaded, EngineUnavailable, Refusal, ReleaseUnderWay } from './errors.ts';
import { isTransient } from './is-transient.ts';
import { findUndeclared, undeclaredSentence } from './variables.ts';

export type JobRules = { backOffMs: readonly number[]; transientBackOffMs: number };

export const defaultRules: JobRules = { backOffMs: [1_000, 5_000, 30_000, 120_000], transientBackOffMs: 5_000 };

const maxMessage = 1_000;

class InputFault extends Error {}
class OutputFault extends Error {}

/** What the handler gets: the fetched variables checked and completed with defaults. */
const readInput = (worker: AnyWorker, schema: Joi.ObjectSchema, job: Job): never => {
  const { value, error } = schema.validate(job.variables, { abortEarly: false, stripUnknown: !worker.allVariables, convert: true });
  if (!error) return value as never;
  throw new InputFault(`Die Variablen passen nicht: ${error.details.map((detail) => detail.message).join('; ')}`);
};

const assertDeclared = ({ output = {} }: AnyWorker, variables: Variables): void => {
  const undeclared = findUndeclared(output, variables);
  if (undeclared.length > 0) throw new OutputFault(undeclaredSentence(undeclared));
};

/** The wait grows with every try. A model gives three tries by default, so three left is the first failure. */
const backOff = (retries: number, { backOffMs }: JobRules): number =>
  backOffMs[Math.min(Math.max(3 - retries, 0), backOffMs.length - 1)] ?? 0;

/** Repeats a call that may be repeated for as long as the job is ours; after that somebody else gets the job anyway. */
const insist = async <T>(call: () => Promise<T>, engine: Engine, untilMs: number, stop: AbortSignal): Promise<T> => {
  for (let wait = 200; ; wait = Math.min(wait * 2, 10_000)) {
    try {
      return await call();
    } catch (error) {
      const worthIt = error instanceof EngineUnavailable || error instanceof EngineOverloaded;
      const left = untilMs - performance.now();
      if (!worthIt || left <= wait || stop.aborted) throw error;
      await pause(wait, undefined, { signal: stop });
      await engine.whenHealthy(AbortSignal.any([stop, AbortSignal.timeout(Math.max(Math.ceil(left - wait), 1))]));
    }
  }
};

/**
 * Runs one job to one of its ends: completed, BPMN error, failed with a wait, or left open. Never rejects: nobody waits for
 * it who could do anything.
 */
export const createJobRunner = (type: string, worker: AnyWorker, timeoutMs: number, deps: Deps, rules: JobRules, stop: AbortSignal) => {
  const { engine, log } = deps;
  const schema = Joi.object(worker.input).unknown(true);

  const handle = async (job: Job): Promise<Variables | typeof leaveOpen> => {
    // A root's first step is a job, so a case that began too early takes no part of the release before.
    if (await deps.releases.isAhead(job.bpmnProcessId, job.processDefinitionKey)) throw new ReleaseUnderWay('Die Freigabe läuft noch.');
    const result = (await worker.handle({ ...job, variables: readInput(worker, schema, job) }, deps)) ?? {};
    if (result !== leaveOpen) assertDeclared(worker, result);
    return result;
  };

  const fail = async (job: Job, error: unknown, untilMs: number): Promise<void> => {
    const transient = isTransient(error);
    // A wrong variable does not get better by waiting: straight to the incident, where a person sees which one it is.
    const wrong = error instanceof InputFault || error instanceof OutputFault;
    const retries = transient ? job.retries : wrong ? 0 : Math.max(job.retries - 1, 0);
    const message = (error instanceof Error ? error.message : String(error)).slice(0, maxMessage);
    log.warn({ err: error, jobType: type, jobKey: job.key, instanceKey: job.processInstanceKey, retries }, 'engine: job failed');
    await insist(
      () =>
        engine.failJob({
          jobKey: job.key,
          retries,
          message,
          backOffMs: transient ? rules.transientBackOffMs : backOff(job.retries, rules),
        }),
      engine,
      untilMs,
      stop,
    );
  };

  const settle = async (job: Job, untilMs: number): Promise<void> => {
    try {
      const result = await handle(job);
      if (result === leaveOpen) return;
      const outcome = await insist(() => engine.completeJob(job.key, result), engine, untilMs, stop);
      if (outcome === 'not-found') log.info({ jobType: type, jobKey: job.key }, 'engine: job was gone when it was done');
    } catch (error) {
      if (!(error instanceof Refusal)) return await fail(job, error, untilMs);
      const { code, message, variables } = error;
      const undeclared = findUndeclared(worker.output ?? {}, variables);
      if (undeclared.length > 0) return await fail(job, new OutputFault(undeclaredSentence(undeclared)), untilMs);
      await insist(() => engine.throwBpmnError({ jobKey: job.key, code, message, variables }), engine, untilMs, stop);
    }
  };

  return async (job: Job): Promise<void> => {
    // Measured here and not by the job's deadline, which is on the engine's clock. Past it the engine hands the job to somebody else.
    const untilMs = performance.now() + timeoutMs;
    if (stop.aborted) return;
    try {
      await settle(job, untilMs);
    } catch (error) {
      log.warn({ err: error, jobType: type, jobKey: job.key }, 'engine: the job could not be settled and comes again after its time limit');
    }
  };
};
