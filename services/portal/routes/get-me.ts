import Joi from 'joi';
import type { Deps } from '../../engine/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/me',
  summary: 'who is signed in, and what day the office has',
  access: 'signed-in',
  answers: {
    200: {
      description: 'the person',
      schema: Joi.object({
        account: Joi.string(),
        name: Joi.string(),
        groups: Joi.array().items(Joi.string()),
        teams: Joi.array().items(Joi.string()),
        applicant: Joi.boolean(),
        today: Joi.string(),
        idleMinutes: Joi.number().integer().description('without input, until the screen is locked'),
      }),
    },
  },
  handle: async ({ user }, { clock, config }) => {
    const { account, name, groups, teams, applicant } = user;
    return reply(200, { account, name, groups, teams, applicant, today: clock.today().toString(), idleMinutes: config.sessionIdleMinutes });
  },
});
