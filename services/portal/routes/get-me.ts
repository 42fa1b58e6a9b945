import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { homeOf, homes, nameRoles, rightNames } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { rightsOf } from '../../staff/index.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/me',
  summary: 'who is signed in, and what day the office has',
  access: 'anyone',
  answers: {
    200: {
      description: 'the person; `account` is null while nobody is signed in, and then stands alone',
      schema: Joi.object({
        account: Joi.string().allow(null).required(),
        name: Joi.string(),
        groups: Joi.array().items(Joi.string()),
        teams: Joi.array().items(Joi.string()),
        applicant: Joi.boolean(),
        role: Joi.object({ de: Joi.string(), en: Joi.string() }).description('their groups in words'),
        home: Joi.string()
          .valid(...homes)
          .description('where their day begins: portal, questions, tasks, audit trail, process map'),
        may: Joi.array()
          .items(Joi.string().valid(...rightNames))
          .description('what this person may do whatever the case; an applicant none of it'),
        today: Joi.string(),
        idleMinutes: Joi.number().integer().description('without input, until the screen is locked'),
      }),
    },
  },
  handle: async ({ user }, { clock, config }) => {
    const { account, name, groups, teams, applicant } = user;
    // The first page asks before anybody has signed in; a refusal would be a fault in every browser's console.
    if (account === '') return reply(200, { account: null });
    return reply(200, {
      account,
      name,
      groups,
      teams,
      applicant,
      role: { de: nameRoles(groups, 'de'), en: nameRoles(groups, 'en') },
      home: homeOf(groups),
      may: rightsOf(user),
      today: clock.today().toString(),
      idleMinutes: config.sessionIdleMinutes,
    });
  },
});
