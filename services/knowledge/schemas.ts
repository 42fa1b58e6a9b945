import Joi from 'joi';
import { sectionIds } from '../office/index.ts';
import { calendarDate } from '../platform/dates.ts';

export const articleId = { articleId: Joi.string().uuid().required().description('id of the article') };
export const processId = { id: Joi.string().max(100).required().description('plain id of the process') };

export const plainId = Joi.string()
  .pattern(/^[a-z][a-z0-9-]*$/)
  .max(100);
export const element = Joi.string().pattern(/^\w+$/).max(100);

/** What people write. The body is Markdown; HTML in it is shown as text. */
export const contentFields = {
  title: Joi.string().trim().min(3).max(200),
  body: Joi.string().trim().min(1).max(20_000).description('Markdown without HTML'),
  process: plainId.allow(null),
  elementId: element.allow(null),
  norm: Joi.array().items(Joi.string().trim().max(200)).max(20),
  stand: calendarDate.description('the day up to which it was checked against the law'),
  validUntil: calendarDate.allow(null).description('after it the article carries a banner'),
  section: Joi.string()
    .valid(...sectionIds)
    .allow(null),
  owner: Joi.string().trim().max(100).description('account of whoever looks after it'),
};

export const editAnswers = {
  400: { description: 'details name the fields that are wrong' },
  403: { description: 'readers do not write' },
  404: { description: 'there is none, or not for this person' },
};
export const changeAnswers = {
  ...editAnswers,
  409: { description: 'somebody else changed it before (details: version, by, at), or nothing is to be published' },
};
