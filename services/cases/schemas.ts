import Joi from 'joi';

export const caseId = { caseId: Joi.string().uuid().required().description('id of the case') };

/** Changes of a case go through the engine: taken now, done soon. */
export const changeAnswers = {
  202: { description: 'taken', schema: Joi.object({ caseId: Joi.string().uuid() }).unknown() },
  400: { description: 'details name the fields that are wrong' },
  404: { description: 'absent, hidden or not mine' },
  409: { description: 'the case or the deadline is over' },
};

const date = Joi.string().isoDate();

export const listedCaseSchema = {
  caseId: Joi.string().uuid(),
  aktenzeichen: Joi.string(),
  anliegen: Joi.string().allow(null).description('null where the person has not been identified'),
  status: Joi.string().valid('neu', 'in-bearbeitung', 'wartet', 'abgeschlossen', 'zurueckgenommen', 'stoerung'),
  outcome: Joi.string().allow(null),
  section: Joi.string().allow(null),
  team: Joi.string().allow(null),
  process: Joi.string().allow(null),
  release: Joi.number().integer().allow(null),
  priority: Joi.number().integer().allow(null),
  deadline: date.allow(null),
  receivedAt: date,
  createdAt: date,
  closedAt: date.allow(null),
  person: Joi.string().allow(null).description('family name, given names; initials where the person has not been identified'),
  birthDate: Joi.string().allow(null).description('JJJJ-MM-TT, 00 where a part is not known'),
};
