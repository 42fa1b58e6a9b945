import Joi from 'joi';
import type { Deps } from '../../engine/contracts.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import type { Content } from '../articles-store.ts';
import { changeArticle } from '../edit-article.ts';
import { requireEditor } from '../rights.ts';
import { articleId, articleSchema, contentFields, editAnswers } from '../schemas.ts';
import { articleViews } from '../view.ts';

export default defineRoute<Deps, { articleId: string }, Record<string, never>, Partial<Content>>({
  method: 'PATCH',
  path: '/api/knowledge/articles/{articleId}',
  summary: 'change an article; a valid one reads as before until the change is published',
  access: 'signed-in',
  params: articleId,
  payload: Joi.object(contentFields).min(1),
  answers: { 200: { description: 'with its draft', schema: articleSchema }, ...editAnswers },
  guard: ({ user }) => requireEditor(user),
  handle: async ({ user, params, payload }, deps) => {
    const changed = await changeArticle(deps, user, params.articleId, payload);
    const [shown] = await articleViews(deps, user, [changed]);
    return reply(200, shown);
  },
});
