import type { Deps } from '../../deps.ts';
import { homeOf } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { demoAccounts } from '../../staff/index.ts';
import { type Demo, demo } from '../answers.ts';

/** Tells the start page that this is the demo, and whom one can be. */
export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/demo',
  summary: 'the accounts of the demo, for its start page',
  access: 'public',
  when: ({ config }) => config.demo,
  answers: {
    200: {
      description: 'accounts by name, with where their day begins',
      schema: demo,
    },
  },
  handle: async (_input, { clock }) =>
    reply(200, {
      today: clock.today().toString(),
      accounts: demoAccounts.map((each) => ({ account: each.account, name: each.name, home: homeOf(each.groups) })),
    } satisfies Demo),
});
