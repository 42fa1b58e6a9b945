import type { Deps } from '../../deps.ts';
import { NotFound } from '../../platform/errors.ts';
import { etagOf } from '../../platform/if-match.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { article as articleAnswer } from '../answers.ts';
import { findArticle } from '../articles-store.ts';
import { mayEdit } from '../rights.ts';
import { articleId } from '../schemas.ts';
import { articleViews } from '../view.ts';

export default defineRoute<Deps, { articleId: string }>({
  method: 'GET',
  path: '/api/knowledge/articles/{articleId}',
  summary: 'one article',
  access: 'signed-in',
  params: articleId,
  answers: {
    200: { description: 'a draft for editors only', schema: articleAnswer },
    404: { description: 'there is none, or not for this person' },
  },
  handle: async ({ user, params }, deps) => {
    requireStaff(user);
    const found = await findArticle(deps.db, params.articleId);
    if (!found || (found.status === 'entwurf' && !mayEdit(user))) throw new NotFound();
    const [shown] = await articleViews(deps, user, [found]);
    return reply(200, shown, etagOf(found.revision));
  },
});
