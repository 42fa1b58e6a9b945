import Joi from 'joi';

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
