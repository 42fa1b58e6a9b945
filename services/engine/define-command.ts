import type Joi from 'joi';
import type { Deps } from '../deps.ts';

export type CommandContext = {
  /** Made when the command was added, the same on every try: an idempotency key. */
  commandId: string;
  attempt: number;
  /** Aborted when the process stops. */
  signal: AbortSignal;
};

/**
 * Something that must happen after a transaction has committed, once or (after a crash) twice, in no promised order.
 * So `run` first asks whether its case or task still wants it.
 */
export type Command<Payload> = {
  schema: Joi.PartialSchemaMap<Payload> | Joi.Schema<Payload>;
  /** True (the default) while the engine is down lets the command wait without using up attempts. False for mails, letters and the like. */
  needsEngine?: boolean;
  /**
   * True for one short call to the engine, which whoever has committed it then makes at once, in their own process, instead of waking a workers process
   * for it. What takes longer, or does much, is left to the workers.
   */
  atOnce?: true;
  run: (payload: Payload, deps: Deps, context: CommandContext) => Promise<void>;
};

export type AnyCommand = Command<never>;

/**
 * What each command is given when it is added. Each file in commands/ says so of its own, beside its schema; what the schema gives by itself may be left out:
 * `declare module '../../engine/define-command.ts' { interface Payloads { 'my-command': Payload } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the commands fill it
export interface Payloads {}

export const defineCommand = <Payload>(command: Command<Payload>): AnyCommand => command as unknown as AnyCommand;
