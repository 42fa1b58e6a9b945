import { setTimeout as pause } from 'node:timers/promises';
import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import type { AnyCommand } from '../define-command.ts';
import { EngineOverloaded, EngineUnavailable } from '../errors.ts';
import type { Envelope } from './store.ts';

/** Longer would let a place of the outbox sleep while an engine that was full for a moment has nothing to do. */
const maxPauseMs = 2_000;

/** Runs one command once. */
export const createCommandRun = (name: string, command: AnyCommand, deps: Deps, stop: AbortSignal) => {
  const schema = Joi.isSchema(command.schema) ? command.schema : Joi.object(command.schema);
  return async (envelope: Envelope, attempt: number): Promise<void> => {
    const { value, error } = schema.validate(envelope.payload, { abortEarly: false, convert: true });
    if (error) throw new Error(`Der Auftrag ${name} ist falsch aufgebaut: ${error.message}`);
    await command.run(value as never, deps, { commandId: envelope.commandId, attempt, signal: stop });
  };
};

/** Runs one command. While the engine is away or full it waits in place, so an outage of hours uses up no attempts. */
export const createCommandTask = (name: string, command: AnyCommand, deps: Deps, stop: AbortSignal) => {
  const run = createCommandRun(name, command, deps, stop);
  return async (envelope: Envelope, attempt: number): Promise<void> => {
    for (let wait = 500; ; wait = Math.min(wait * 2, maxPauseMs)) {
      try {
        return await run(envelope, attempt);
      } catch (failure) {
        if (!(failure instanceof EngineUnavailable || failure instanceof EngineOverloaded)) throw failure;
        deps.log.debug({ command: name, err: failure }, 'engine: command waits for the engine');
        await pause(wait * (0.5 + Math.random() / 2), undefined, { signal: stop });
        await deps.engine.whenHealthy(stop);
        if (failure instanceof EngineUnavailable) wait = 500;
      }
    }
  };
};
