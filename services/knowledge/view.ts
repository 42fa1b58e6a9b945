import type { Deps } from '../deps.ts';
import type { User } from '../platform/route.ts';
import { listStaff } from '../staff/index.ts';
import type { Article as ArticleAnswer, Feedback as FeedbackAnswer } from './answers.ts';
import type { Article } from './articles-store.ts';
import type { Feedback } from './feedback-store.ts';
import { mayEdit } from './rights.ts';

type Reader = { today: string; edits: boolean; user: User; nameOf: (account: string) => string };

const isWaiting = (article: Article): boolean => article.status === 'entwurf' || article.draft !== null;

/** `expired`: past its day without a review; shown with a banner, never hidden. Drafts, and who may publish them, are for those who edit. */
const articleView = (article: Article, { today, edits, user, nameOf }: Reader): ArticleAnswer => ({
  articleId: article.articleId,
  status: article.status,
  version: article.version,
  revision: article.revision,
  title: article.title,
  body: article.body,
  process: article.process,
  elementId: article.elementId,
  norm: article.norm,
  stand: article.stand,
  validUntil: article.validUntil,
  section: article.section,
  owner: article.owner,
  source: article.source,
  changedAt: article.changedAt.toISOString(),
  changedBy: article.changedBy,
  expired: article.validUntil !== null && article.validUntil < today,
  draft: edits ? article.draft : null,
  waiting:
    edits && isWaiting(article) ? { authors: article.authors.map(nameOf), mayPublish: !article.authors.includes(user.account) } : null,
});

/** Articles as this person reads them. */
export const articleViews = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, user: User, articles: readonly Article[]) => {
  const edits = mayEdit(user);
  const staff = edits && articles.some(isWaiting) ? await listStaff(db) : [];
  const nameOf = (account: string): string => staff.find((each) => each.account === account)?.name ?? account;
  const reader = { today: clock.today().toString(), edits, user, nameOf };
  return articles.map((article) => articleView(article, reader));
};

export const feedbackView = (found: Feedback): FeedbackAnswer => ({
  ...found,
  state: found.settledAt ? 'erledigt' : 'offen',
  givenAt: found.givenAt.toISOString(),
  settledAt: found.settledAt?.toISOString() ?? null,
});
