import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { etagOf, versionSeen } from '../../platform/if-match.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import type { Content } from '../answers.ts';
import { article as articleAnswer } from '../answers.ts';
import { changeArticle } from '../edit-article.ts';
import { requireEditor } from '../rights.ts';
import { articleId, changeAnswers, contentFields } from '../schemas.ts';
import { articleViews } from '../view.ts';

export default defineRoute<Deps, { articleId: string }, Record<string, never>, Partial<Content> & { version?: number }>({
  method: 'PATCH',
  path: '/api/knowledge/articles/{articleId}',
  summary: 'change an article; a valid one reads as before until the change is published',
  access: 'signed-in',
  overwrites: true,
  params: articleId,
  payload: Joi.object({ ...contentFields, version: versionSeen }).or(...Object.keys(contentFields)),
  answers: { 200: { description: 'with its draft', schema: articleAnswer }, ...changeAnswers },
  guard: ({ user }) => requireEditor(user),
  handle: async ({ user, params, payload: { version: _, ...content }, seen }, deps) => {
    const changed = await changeArticle(deps, user, { ...params, seen }, content);
    const [shown] = await articleViews(deps, user, [changed]);
    return reply(200, shown, etagOf(changed.revision));
  },
});
