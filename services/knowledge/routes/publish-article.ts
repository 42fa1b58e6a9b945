import type { Deps } from '../../engine/contracts.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { publishArticle } from '../edit-article.ts';
import { articleId, articleSchema, editAnswers } from '../schemas.ts';
import { articleViews } from '../view.ts';

export default defineRoute<Deps, { articleId: string }>({
  method: 'POST',
  path: '/api/knowledge/articles/{articleId}/publish',
  summary: 'make what somebody else has drafted the valid article; the version before is kept',
  access: 'signed-in',
  params: articleId,
  answers: {
    200: { description: 'as everybody reads it now', schema: articleSchema },
    ...editAnswers,
    403: { description: 'readers do not publish, and nobody what they wrote themselves' },
    409: { description: 'nothing to publish' },
  },
  handle: async ({ user, params }, deps) => {
    const published = await publishArticle(deps, user, params.articleId);
    const [shown] = await articleViews(deps, user, [published]);
    return reply(200, shown);
  },
});
