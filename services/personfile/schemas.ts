import Joi from 'joi';
import { applicantSchema, PERSONAL } from '../persons/index.ts';
import { personFile } from './answers.ts';

export const personId = {
  personId: Joi.string().uuid().required().description('id of the person; of one that was joined to another: that one’s'),
};
export const reason = Joi.string().trim().min(1).max(1000).required().description('why, for the file');

/** The schema of each field at intake; null takes a value away. */
export const changes = Joi.object(
  Object.fromEntries(PERSONAL.map((field) => [field, applicantSchema.extract(field).optional().allow(null)])),
);

export const personAnswers = {
  200: { description: 'the person as they are known now', schema: personFile },
  400: { description: 'details name the fields that are wrong' },
  403: { description: 'not for this role' },
  404: { description: 'absent, hidden or not mine' },
  409: { description: 'somebody else changed or decided it before; details.version is the one that counts' },
};
