import Joi from 'joi';

export const commandId = Joi.string()
  .pattern(/^[1-9]\d{0,17}$/)
  .required()
  .description('number of the command in the outbox');
