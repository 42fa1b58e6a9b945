import type { Deps } from '../../deps.ts';
import { type Applicant, applicantSchema } from '../../persons/index.ts';
import { Forbidden } from '../../platform/errors.ts';
import { defineRoute, reply, type User } from '../../platform/route.ts';
import { mayOpenCases } from '../../staff/index.ts';
import { matches } from '../answers.ts';
import { matchPersons } from '../match-persons.ts';

/** Asked before a matter is taken in: nothing of it is stored but that it was asked. */
const requireIntake = (user: User): void => {
  if (user.applicant || !mayOpenCases(user)) throw new Forbidden('Ihre Rolle nimmt keine Vorgänge auf.');
};

export default defineRoute<Deps, Record<string, never>, Record<string, never>, { applicant: Applicant }>({
  method: 'POST',
  path: '/api/persons/matches',
  summary: 'who is likely the same person, and why',
  access: 'signed-in',
  payload: { applicant: applicantSchema.required() },
  answers: {
    200: {
      description: 'most likely first; personId is null where one may not see the person',
      schema: matches,
    },
    400: { description: 'details name every field that is wrong' },
    403: { description: 'this role opens no cases' },
  },
  guard: ({ user }) => requireIntake(user),
  handle: async ({ user, payload }, deps) => {
    requireIntake(user);
    return reply(200, { items: await matchPersons(deps, user, payload.applicant) });
  },
});
