import type { Deps } from '../../deps.ts';
import { nowOf } from '../../platform/clock.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import type { NextDeadline } from '../answers.ts';
import { nextDeadline } from '../answers.ts';
import { findNextDeadline } from '../store.ts';

/** Only when, and of what kind: whoever moves the clock need not see the case. */
export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/demo/next-deadline',
  summary: 'the next day on which something happens by itself, to move the clock there',
  access: 'signed-in',
  when: ({ config }) => config.demo,
  answers: {
    200: {
      description: 'the moment and its kind; null when nothing is waited for',
      schema: nextDeadline,
    },
  },
  handle: async ({ user }, { db, clock }) => {
    requireStaff(user);
    const next = await findNextDeadline(db, nowOf({ clock }));
    return reply(200, { at: next?.at.toISOString() ?? null, kind: next?.kind ?? null } satisfies NextDeadline);
  },
});
