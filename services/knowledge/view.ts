import type { Article } from './articles-store.ts';
import type { Feedback } from './feedback-store.ts';

/** `expired`: past its day without a review; shown with a banner, never hidden. Drafts are for those who edit. */
export const articleView = (article: Article, { today, edits }: { today: string; edits: boolean }) => ({
  articleId: article.articleId,
  status: article.status,
  version: article.version,
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
  expired: article.validUntil !== null && article.validUntil < today,
  draft: edits ? article.draft : null,
});

export const feedbackView = (found: Feedback) => ({
  ...found,
  state: found.settledAt ? 'erledigt' : 'offen',
  givenAt: found.givenAt.toISOString(),
  settledAt: found.settledAt?.toISOString() ?? null,
});
