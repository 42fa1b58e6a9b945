import type { Deps } from '../../deps.ts';
import { etagOf, versionSeen } from '../../platform/if-match.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { article as articleAnswer } from '../answers.ts';
import { assertMayPublish, publishArticle } from '../edit-article.ts';
import { articleId, changeAnswers } from '../schemas.ts';
import { articleViews } from '../view.ts';

export default defineRoute<Deps, { articleId: string }, Record<string, never>, { version?: number }>({
  method: 'POST',
  path: '/api/knowledge/articles/{articleId}/publish',
  summary: 'make what somebody else has drafted the valid article; the version before is kept',
  access: 'signed-in',
  overwrites: true,
  params: articleId,
  payload: { version: versionSeen },
  answers: {
    200: { description: 'as everybody reads it now', schema: articleAnswer },
    ...changeAnswers,
    403: { description: 'readers do not publish, and nobody what they wrote themselves' },
  },
  guard: ({ user, params }, deps) => assertMayPublish(deps, user, params.articleId),
  handle: async ({ user, params, seen }, deps) => {
    const published = await publishArticle(deps, user, { ...params, seen });
    const [shown] = await articleViews(deps, user, [published]);
    return reply(200, shown, etagOf(published.revision));
  },
});
