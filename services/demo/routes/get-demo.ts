import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { homeOf } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { demoAccounts } from '../../staff/index.ts';

/** Tells the start page that this is the demo, and whom one can be. */
export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/demo',
  summary: 'the accounts of the demo, for its start page',
  access: 'public',
  when: ({ config }) => config.demo,
  answers: {
    200: {
      description: 'accounts by name',
      schema: Joi.object({
        today: Joi.string(),
        accounts: Joi.array().items(
          Joi.object({
            account: Joi.string(),
            name: Joi.string(),
            home: Joi.string().description('where their day begins, as `GET /api/me` says one’s own'),
          }),
        ),
      }),
    },
  },
  handle: async (_input, { clock }) =>
    reply(200, {
      today: clock.today().toString(),
      accounts: demoAccounts.map((each) => ({ account: each.account, name: each.name, home: homeOf(each.groups) })),
    }),
});
