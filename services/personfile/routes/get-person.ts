import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { answerPerson } from '../answer-person.ts';
import { personAnswers, personId } from '../schemas.ts';

export default defineRoute<Deps, { personId: string }>({
  method: 'GET',
  path: '/api/persons/{personId}',
  summary: 'one person: what is known, what differs, who may be the same, and all their cases one may see',
  access: 'signed-in',
  params: personId,
  answers: { 200: personAnswers[200], 404: personAnswers[404] },
  handle: ({ user, params }, deps) => answerPerson(deps, user, params.personId),
});
