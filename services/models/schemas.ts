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
export const releaseQuery = { version: Joi.number().integer().min(1).description('our release number; the current one by default') };
