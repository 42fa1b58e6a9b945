import Joi from 'joi';
import { purposeNames } from '../office/index.ts';
import { MOST_TYPED } from '../search/index.ts';
import { sectionIds } from '../staff/index.ts';

export const taskId = { taskId: Joi.string().uuid().required().description('id of the task') };
export const reason = Joi.string().trim().min(1).max(1000).required();
const date = Joi.string().isoDate();

/** Which tasks a list or a count is about. */
export const taskNarrowing = {
  view: Joi.string().empty('').valid('mine', 'group', 'all').default('mine'),
  section: Joi.string()
    .empty('')
    .valid(...sectionIds),
  query: Joi.string().trim().empty('').max(MOST_TYPED).description('as for /api/search'),
};

export const listedTaskSchema = {
  taskId: Joi.string().uuid(),
  caseId: Joi.string().uuid(),
  aktenzeichen: Joi.string(),
  name: Joi.string().description('what is to be done'),
  person: Joi.string(),
  birthDate: Joi.string().description('JJJJ-MM-TT, 00 where a part is not known'),
  section: Joi.string().allow(null),
  team: Joi.string().allow(null),
  assignee: Joi.string().allow(null),
  priority: Joi.number().integer(),
  dueDate: date.allow(null),
  createdAt: date,
};

export const taskSchema = Joi.object({
  ...listedTaskSchema,
  status: Joi.string().valid('offen', 'wird-verarbeitet', 'erledigt', 'entfallen'),
  elementId: Joi.string(),
  purpose: Joi.string()
    .valid(...purposeNames)
    .allow(null)
    .description('what the step is for, if the office knows more to show than its form'),
  processId: Joi.string(),
  case: Joi.object({ anliegen: Joi.string(), status: Joi.string(), deadline: date.allow(null) }),
  documentation: Joi.string().allow(''),
  norm: Joi.string().allow(null),
  legalValues: Joi.array()
    .items(Joi.object().unknown())
    .description('numbers of the law the form names: key, label, value, words, norm, stand, and the day (on) they hold for this case'),
  form: Joi.object().unknown().allow(null).description('form-js JSON'),
  data: Joi.object().unknown(),
  draft: Joi.object().unknown().allow(null),
  may: Joi.array().items(Joi.string()),
  handOverTo: Joi.array()
    .items(Joi.string())
    .description('sections and groups that see the case, for this person to hand the task over to'),
  completedBy: Joi.string().allow(null),
  completedAt: date.allow(null),
});

/** Answers that every change of a task shares. */
export const taskAnswers = {
  200: { description: 'the task as it is now', schema: taskSchema },
  400: { description: 'something in the request is wrong; details name the fields' },
  403: { description: 'not allowed to this person' },
  404: { description: 'absent, hidden or not mine' },
  409: { description: 'held or done by somebody else; details: by, at' },
  410: { description: 'the engine has withdrawn the task; details: kept, if what was entered is with the case' },
};
