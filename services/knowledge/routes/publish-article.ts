import type { Deps } from '../../engine/contracts.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { publishArticle } from '../edit-article.ts';
import { articleId, articleSchema, editAnswers } from '../schemas.ts';
import { articleView } from '../view.ts';

export default defineRoute<Deps, { articleId: string }>({
  method: 'POST',
  path: '/api/knowledge/articles/{articleId}/publish',
  summary: 'make the draft the valid article; the version before is kept',
  access: 'signed-in',
  params: articleId,
  answers: {
    200: { description: 'as everybody reads it now', schema: articleSchema },
    ...editAnswers,
    409: { description: 'nothing to publish' },
  },
  handle: async ({ user, params }, deps) => {
    const published = await publishArticle(deps, user, params.articleId);
    return reply(200, articleView(published, { today: deps.clock.today().toString(), edits: true }));
  },
});
