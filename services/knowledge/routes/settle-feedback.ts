import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { feedback } from '../answers.ts';
import { settleFeedback } from '../give-feedback.ts';
import { requireFeedbackOwner } from '../rights.ts';
import { processId } from '../schemas.ts';
import { feedbackView } from '../view.ts';

export default defineRoute<Deps, { id: string; feedbackId: string }, Record<string, never>, { answer: string | null }>({
  method: 'POST',
  path: '/api/processes/{id}/feedback/{feedbackId}/settle',
  summary: 'close a note about a step',
  access: 'signed-in',
  params: { ...processId, feedbackId: Joi.string().uuid().required() },
  payload: { answer: Joi.string().trim().max(2000).allow(null).default(null) },
  answers: {
    200: { description: 'as it is now', schema: feedback },
    404: { description: 'there is none, or not for this person' },
    409: { description: 'settled already; details: by, at' },
  },
  guard: ({ user }) => requireFeedbackOwner(user),
  handle: async ({ user, params, payload }, deps) =>
    reply(
      200,
      feedbackView(await settleFeedback(deps, user, { process: params.id, feedbackId: params.feedbackId, answer: payload.answer })),
    ),
});
