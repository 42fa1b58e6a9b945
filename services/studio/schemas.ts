import Joi from 'joi';
import { eventKinds } from './changes-store.ts';
import { states } from './states.ts';

export const changeId = { id: Joi.string().uuid().required().description('id of the change') };
export const releaseNo = { no: Joi.number().integer().min(1).max(2_000_000_000).required().description('number of the release') };

/** Folders in kebab-case, then one of the kinds that are released. */
export const filePath = Joi.string()
  .max(160)
  .pattern(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/){1,3}[a-z0-9]+(?:-[a-z0-9]+)*\.(?:bpmn|dmn|form|vectors\.json)$/)
  .messages({
    'string.pattern.base':
      'Ein Pfad hat die Form ordner/name.bpmn (.dmn, .form, .vectors.json), mit Kleinbuchstaben, Ziffern und einzelnen Bindestrichen.',
  });
/** Characters; a body of more than a megabyte is refused before. */
export const fileContent = Joi.string().max(1_000_000);
/** Boundaries and the other fields of a multipart body around the file itself. */
export const envelopeBytes = 16 * 1024;
const missing = 'Bitte legen Sie eine Datei bei: .bpmn, .dmn oder .form.';
export const uploadedDrawing = Joi.object({
  filename: Joi.string().allow('').max(300).required(),
  headers: Joi.object().unknown().required(),
  content: Joi.binary().required(),
})
  .required()
  .messages({ 'object.base': missing, 'any.required': missing });
export const title = Joi.string().trim().max(200);
export const reason = Joi.string().trim().max(4_000).allow('');

const time = Joi.string().isoDate();
const classes = Joi.string().valid('layout', 'text', 'number', 'rule', 'flow').allow(null);

const line = {
  changeId: Joi.string().uuid(),
  number: Joi.number().integer(),
  title: Joi.string(),
  state: Joi.string().valid(...states),
  class: classes.description('the heaviest of its differences; null while nothing differs'),
  legal: Joi.boolean().description('law is touched: a legal specialist agrees, too'),
  authors: Joi.array().items(Joi.object({ account: Joi.string(), name: Joi.string() })),
  createdAt: time,
  changedAt: time,
  submittedAt: time.allow(null),
  releaseNo: Joi.number().integer().allow(null),
  needs: Joi.array().items(Joi.string().valid('al', 'rsb')).description('whose agreement is missing'),
};

export const lineSchema = Joi.object({ ...line, files: Joi.array().items(Joi.string()) });

export const changeSchema = Joi.object({
  ...line,
  reason: Joi.string().allow(''),
  wordsVersion: Joi.number().integer().description('of title and reason, as ETag and in If-Match'),
  files: Joi.array().items(
    Joi.object({
      path: Joi.string(),
      kind: Joi.string().valid('bpmn', 'dmn', 'form', 'vectors'),
      plainId: Joi.string(),
      name: Joi.string(),
      isNew: Joi.boolean(),
      removed: Joi.boolean(),
      changed: Joi.boolean(),
      stale: Joi.boolean().description('another release has changed the file meanwhile'),
      version: Joi.number().integer(),
      savedAt: time,
      savedBy: Joi.string(),
    }),
  ),
  approvals: Joi.array().items(Joi.object({ as: Joi.string().valid('al', 'rsb'), by: Joi.string(), name: Joi.string(), at: time })),
  may: Joi.array().items(Joi.string().valid('edit', 'submit', 'approve', 'return', 'discard', 'reopen')),
  mayNotBecause: Joi.string().allow(null),
  events: Joi.array().items(
    Joi.object({ at: time, by: Joi.string(), name: Joi.string(), what: Joi.string().valid(...eventKinds), text: Joi.string().allow('') }),
  ),
  failure: Joi.string().allow(null),
  dryRun: Joi.object().unknown().allow(null).description('the kept trial; stale: texts have changed since'),
});

export const findingSchema = Joi.object({
  path: Joi.string().allow(''),
  severity: Joi.string().valid('error', 'warning'),
  elementId: Joi.string().allow(''),
  rule: Joi.string(),
  message: Joi.string(),
});

export const differenceSchema = Joi.object({
  path: Joi.string(),
  how: Joi.string().valid('added', 'removed', 'changed', 'moved'),
  words: Joi.string(),
  class: classes,
  legal: Joi.boolean(),
}).unknown();

export const releaseSchema = Joi.object({
  releaseNo: Joi.number().integer(),
  kind: Joi.string().valid('repository', 'change', 'rollback'),
  changeId: Joi.string().uuid().allow(null),
  title: Joi.string().allow(''),
  reason: Joi.string().allow(''),
  author: Joi.string().allow(''),
  approvedBy: Joi.array().items(Joi.string()),
  at: time,
  undoneBy: Joi.number().integer().allow(null),
  undo: Joi.object({ by: Joi.string(), at: time, failure: Joi.string().allow(null) })
    .allow(null)
    .description('somebody wants the former state back; failure says why it could not be done'),
  mayUndo: Joi.boolean(),
}).unknown();

export const absent = { 404: { description: 'there is none, or not for this person' } };
export const writeAnswers = {
  400: { description: 'details name what is wrong' },
  403: { description: 'for process owners' },
  ...absent,
  409: { description: 'not in this state' },
};
export const overwriteAnswers = {
  ...writeAnswers,
  409: { description: 'somebody has saved in between (details: version, by, at), or not in this state' },
};
