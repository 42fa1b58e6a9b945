import type { Transaction } from '../../db/connection.ts';
import type { Deps } from '../deps.ts';
import { audit } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts';
import { assertSeen } from '../platform/if-match.ts';
import type { User } from '../platform/route.ts';
import type { Content } from './answers.ts';
import { type Article, findArticle, insertArticle, publishContent, updateContent, updateDraft } from './articles-store.ts';
import { checkContent } from './check-content.ts';
import { requireEditor } from './rights.ts';

type EditDeps = Pick<Deps, 'db' | 'clock'>;

/** `seen`: the revision the user had before them. */
export type Seen = { articleId: string; seen?: number | undefined };

const noted = (trx: Transaction, user: User, action: string, articleId: string): Promise<void> =>
  audit(trx, { actor: user.account, action, object: `article ${articleId}`, outcome: 'done' });

const getArticle = async (trx: Transaction, articleId: string, lock = false): Promise<Article> => {
  const article = await findArticle(trx, articleId, lock);
  if (!article) throw new NotFound();
  return article;
};

/** Locks the article as the user saw it: 409 where somebody else was faster. */
const lockAsSeen = async (trx: Transaction, { articleId, seen }: Seen): Promise<Article> => {
  const article = await getArticle(trx, articleId, true);
  assertSeen(
    seen,
    { version: article.revision, by: article.changedBy, at: article.changedAt },
    'Inzwischen hat jemand anderes diesen Artikel geändert. Bitte sehen Sie sich beide Fassungen an.',
  );
  return article;
};

const contentOf = ({ title, body, process, elementId, norm, stand, validUntil, section, owner }: Article): Content => ({
  title,
  body,
  process,
  elementId,
  norm,
  stand,
  validUntil,
  section,
  owner,
});

/** Begins an article as a draft. */
export const createArticle = async (deps: EditDeps, user: User, content: Content): Promise<Article> => {
  requireEditor(user);
  checkContent(content);
  return deps.db.transaction(async (trx) => {
    const articleId = await insertArticle(trx, content, { source: 'redaktion', by: user.account, at: nowOf(deps) });
    await noted(trx, user, 'create article', articleId);
    return getArticle(trx, articleId);
  });
};

/** Changes an article. What is valid stays as it reads until the change is published. */
export const changeArticle = async (deps: EditDeps, user: User, wanted: Seen, change: Partial<Content>): Promise<Article> => {
  requireEditor(user);
  return deps.db.transaction(async (trx) => {
    const article = await lockAsSeen(trx, wanted);
    const { articleId } = article;
    const content = { ...(article.draft ?? contentOf(article)), ...change };
    checkContent(content);
    const mark = { by: user.account, at: nowOf(deps) };
    if (article.status === 'entwurf') await updateContent(trx, articleId, content, mark);
    else await updateDraft(trx, articleId, content, mark);
    await noted(trx, user, 'change article', articleId);
    return getArticle(trx, articleId);
  });
};

const assertPublishable = (user: User, article: Article): Content => {
  const content = article.status === 'entwurf' ? contentOf(article) : article.draft;
  if (!content) throw new Conflict('An diesem Artikel ist nichts zu veröffentlichen.');
  if (article.authors.includes(user.account))
    throw new Forbidden(
      'Vier Augen: Wer am Text geschrieben hat, gibt ihn nicht selbst frei. Das tut jemand anderes, der Artikel schreibt.',
    );
  return content;
};

/** Throws as publishing it would. */
export const assertMayPublish = async (deps: EditDeps, user: User, articleId: string): Promise<void> => {
  requireEditor(user);
  assertPublishable(user, await deps.db.transaction((trx) => getArticle(trx, articleId)));
};

/** Makes the draft the valid article. Conflict if there is nothing to publish, Forbidden for who has written it: a second person reads it first. */
export const publishArticle = async (deps: EditDeps, user: User, wanted: Seen): Promise<Article> => {
  requireEditor(user);
  return deps.db.transaction(async (trx) => {
    const article = await lockAsSeen(trx, wanted);
    const { articleId } = article;
    const content = assertPublishable(user, article);
    checkContent(content);
    await publishContent(trx, articleId, content, { by: user.account, at: nowOf(deps), version: article.version + 1 });
    await noted(trx, user, 'publish article', articleId);
    return getArticle(trx, articleId);
  });
};
