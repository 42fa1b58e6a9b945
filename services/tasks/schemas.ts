import Joi from 'joi';
import { sectionIds } from '../office/index.ts';
import { MOST_TYPED } from '../search/index.ts';
import { task } from './answers.ts';

export const taskId = { taskId: Joi.string().uuid().required().description('id of the task') };
export const reason = Joi.string().trim().min(1).max(1000).required();

/** Which tasks a list or a count is about. */
export const taskNarrowing = {
  view: Joi.string().empty('').valid('mine', 'group', 'all').default('mine'),
  section: Joi.string()
    .empty('')
    .valid(...sectionIds),
  query: Joi.string().trim().empty('').max(MOST_TYPED).description('as for /api/search'),
};

/** Answers that every change of a task shares. */
export const taskAnswers = {
  200: { description: 'the task as it is now', schema: task },
  400: { description: 'something in the request is wrong; details name the fields' },
  403: { description: 'not allowed to this person' },
  404: { description: 'absent, hidden or not mine' },
  409: { description: 'held or done by somebody else; details: by, at' },
  410: { description: 'the engine has withdrawn the task; details: kept, if what was entered is with the case' },
};
