import Joi from 'joi';

export const kinds = ['bpmn', 'dmn', 'form'] as const;
export const processId = {
  id: Joi.string()
    .pattern(/^[A-Za-z_][\w.-]{0,99}$/)
    .required()
    .description('plain id of the model'),
};
export const kindQuery = Joi.string()
  .valid(...kinds)
  .default('bpmn');
export const releaseSchema = Joi.object({
  id: Joi.string(),
  kind: Joi.string().valid(...kinds),
  version: Joi.number().integer().description('our release number'),
  engineId: Joi.string(),
  hash: Joi.string(),
  releasedAt: Joi.string().isoDate(),
  releasedBy: Joi.string(),
  current: Joi.boolean(),
});
