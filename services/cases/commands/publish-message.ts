import Joi from 'joi';
import { defineCommand } from '../../engine/define-command.ts';
import { findUndeclared, undeclaredSentence } from '../../engine/index.ts';
import { DAY_MS } from '../../platform/clock.ts';
import { messages } from '../messages.ts';

type PublishMessage = {
  name: string;
  correlationKey: string;
  /** By default the command's own id: a repeated try is told from a second message. */
  messageId: string | null;
  ttlMs: number;
  variables: Record<string, unknown>;
  /** Shown to operations when the message cannot be delivered. */
  caseId: string | null;
};

declare module '../../engine/define-command.ts' {
  interface Payloads {
    /** Sent by the functions of messages.ts, and by nobody else. */
    'publish-message': Pick<PublishMessage, 'name' | 'correlationKey'> & Partial<PublishMessage>;
  }
}

const declared: Joi.CustomValidator<PublishMessage> = (message, helpers) => {
  const undeclared = findUndeclared(messages.get(message.name)?.variables ?? {}, message.variables);
  return undeclared.length > 0 ? helpers.message({ custom: undeclaredSentence(undeclared) }) : message;
};

/** To every wait, boundary or start with this name and key. Lives a day by default, so a wait that begins a little later still gets it. */
// Not at once: a message may begin a process, and after a release that was killed the engine has roots nobody released until a workers process, which sends, has
// put its own there again.
export default defineCommand<PublishMessage>({
  schema: Joi.object<PublishMessage>({
    name: Joi.string().required(),
    correlationKey: Joi.string().required(),
    messageId: Joi.string().allow(null).default(null),
    ttlMs: Joi.number().integer().min(0).default(DAY_MS),
    variables: Joi.object().default({}),
    caseId: Joi.string().allow(null).default(null),
  }).custom(declared),
  run: async ({ name, correlationKey, messageId, ttlMs, variables, caseId }, { engine, log }, { commandId }) => {
    const outcome = await engine.publishMessage({ name, correlationKey, messageId: messageId ?? commandId, ttlMs, variables });
    log.debug({ message: name, caseId, outcome }, 'engine: message published');
  },
});
