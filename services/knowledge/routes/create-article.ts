import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import type { Content } from '../answers.ts';
import { article as articleAnswer } from '../answers.ts';
import { createArticle } from '../edit-article.ts';
import { requireEditor } from '../rights.ts';
import { contentFields, editAnswers } from '../schemas.ts';
import { articleViews } from '../view.ts';

type Written = Pick<Content, 'title' | 'body'> & Partial<Content>;

export default defineRoute<Deps, Record<string, never>, Record<string, never>, Written>({
  method: 'POST',
  path: '/api/knowledge/articles',
  summary: 'begin an article as a draft',
  access: 'signed-in',
  payload: { ...contentFields, title: contentFields.title.required(), body: contentFields.body.required() },
  answers: { 201: { description: 'the draft', schema: articleAnswer }, ...editAnswers },
  guard: ({ user }) => requireEditor(user),
  handle: async ({ user, payload }, deps) => {
    const today = deps.clock.today().toString();
    const rest = { process: null, elementId: null, norm: [], stand: today, validUntil: null, section: null, owner: user.account };
    const [shown] = await articleViews(deps, user, [await createArticle(deps, user, { ...rest, ...payload })]);
    return reply(201, shown);
  },
});
