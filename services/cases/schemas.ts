import Joi from 'joi';
import { changedCase } from './answers.ts';

export const caseId = { caseId: Joi.string().uuid().required().description('id of the case') };

/** Changes of a case go through the engine: taken now, done soon. */
export const changeAnswers = {
  202: { description: 'taken', schema: changedCase },
  400: { description: 'details name the fields that are wrong' },
  404: { description: 'absent, hidden or not mine' },
  409: { description: 'the case or the deadline is over' },
};
