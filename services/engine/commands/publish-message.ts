import Joi from 'joi';
import { defineCommand } from '../define-command.ts';

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

const day = 24 * 60 * 60 * 1_000;

/** To every wait, boundary or start with this name and key. Lives a day by default, so a wait that begins a little later still gets it. */
export default defineCommand<PublishMessage>({
  schema: {
    name: Joi.string().required(),
    correlationKey: Joi.string().required(),
    messageId: Joi.string().allow(null).default(null),
    ttlMs: Joi.number().integer().min(0).default(day),
    variables: Joi.object().default({}),
    caseId: Joi.string().allow(null).default(null),
  },
  run: async ({ name, correlationKey, messageId, ttlMs, variables, caseId }, { engine, log }, { commandId }) => {
    const outcome = await engine.publishMessage({ name, correlationKey, messageId: messageId ?? commandId, ttlMs, variables });
    log.debug({ message: name, caseId, outcome }, 'engine: message published');
  },
});
