import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { feedbackList } from '../answers.ts';
import { selectFeedback } from '../feedback-store.ts';
import { requireFeedbackOwner } from '../rights.ts';
import { processId } from '../schemas.ts';
import { feedbackView } from '../view.ts';

type State = 'offen' | 'erledigt' | 'alle';

export default defineRoute<Deps, { id: string }, { state: State }>({
  method: 'GET',
  path: '/api/processes/{id}/feedback',
  summary: 'what people say about the steps of a process, by element',
  access: 'signed-in',
  params: processId,
  query: { state: Joi.string().empty('').valid('offen', 'erledigt', 'alle').default('offen') },
  answers: {
    200: { description: 'newest first', schema: feedbackList },
    404: { description: 'for process owners and knowledge management' },
  },
  handle: async ({ user, params, query }, { db }) => {
    requireFeedbackOwner(user);
    return reply(200, { items: (await selectFeedback(db, params.id, query.state)).map(feedbackView) });
  },
});
