import type { Deps } from '../../deps.ts';
import { homeOf, nameRoles } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { either } from '../../platform/shape.ts';
import { rightsOf } from '../../staff/index.ts';
import { type Me, me, nobody } from '../answers.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/me',
  summary: 'who is signed in, and what day the office has',
  access: 'anyone',
  answers: {
    200: {
      description: 'the person; `account` is null while nobody is signed in, and then stands alone',
      schema: either(me, nobody),
    },
  },
  handle: async ({ user }, { clock, config }) => {
    const { account, name, groups, teams, applicant } = user;
    // The first page asks before anybody has signed in; a refusal would be a fault in every browser's console.
    if (account === '') return reply(200, { account: null });
    const shown: Me = {
      account,
      name,
      groups: [...groups],
      teams: [...teams],
      applicant,
      role: { de: nameRoles(groups, 'de'), en: nameRoles(groups, 'en') },
      home: homeOf(groups),
      may: rightsOf(user),
      today: clock.today().toString(),
      idleMinutes: config.sessionIdleMinutes,
    };
    return reply(200, shown);
  },
});
