import Joi from 'joi';
import { defineCommand } from '../define-command.ts';
import { type Declared, findUndeclared, undeclaredSentence } from '../variables.ts';

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

/** All that messages carry beside their key, whoever sends them. */
export const messageVariables = {
  caseId: 'id',
  wunschFrist: 'date',
  vorlageRolle: 'code',
  neuesAnliegen: 'code',
  neuesSachgebiet: 'code',
  frist: 'date',
  erinnerungAm: 'date',
  erinnern: 'flag',
  baAntwort: 'code',
  behoerdeErgebnis: 'code',
} as const satisfies Declared;

const declared: Joi.CustomValidator = (variables: Record<string, unknown>, helpers) => {
  const undeclared = findUndeclared(messageVariables, variables);
  return undeclared.length > 0 ? helpers.message({ custom: undeclaredSentence(undeclared) }) : variables;
};

const day = 24 * 60 * 60 * 1_000;

/** To every wait, boundary or start with this name and key. Lives a day by default, so a wait that begins a little later still gets it. */
export default defineCommand<PublishMessage>({
  schema: {
    name: Joi.string().required(),
    correlationKey: Joi.string().required(),
    messageId: Joi.string().allow(null).default(null),
    ttlMs: Joi.number().integer().min(0).default(day),
    variables: Joi.object().custom(declared).default({}),
    caseId: Joi.string().allow(null).default(null),
  },
  run: async ({ name, correlationKey, messageId, ttlMs, variables, caseId }, { engine, log }, { commandId }) => {
    const outcome = await engine.publishMessage({ name, correlationKey, messageId: messageId ?? commandId, ttlMs, variables });
    log.debug({ message: name, caseId, outcome }, 'engine: message published');
  },
});
