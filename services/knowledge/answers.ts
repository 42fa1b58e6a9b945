import { type AnswerOf, count, day, flag, id, list, maybe, moment, object, oneOf, text } from '../platform/shape.ts';

/** What people write. The body is Markdown; HTML in it is shown as text. */
const contentFields = {
  title: text(),
  body: text(),
  process: maybe(text()),
  elementId: maybe(text()),
  norm: list(text()),
  stand: day().description('the day up to which it was checked against the law'),
  validUntil: maybe(day()).description('after it the article carries a banner'),
  section: maybe(text()),
  owner: text().description('account of whoever looks after it'),
};
const content = object(contentFields);

export const article = object({
  ...contentFields,
  articleId: id(),
  status: oneOf('entwurf', 'gueltig'),
  version: count().description('of what was published'),
  revision: count().description('of every change, as ETag and in If-Match'),
  source: oneOf('redaktion', 'eskalation', 'datei'),
  changedAt: moment(),
  changedBy: text(),
  expired: flag(),
  draft: maybe(content).description('a change that is not published; for editors'),
  waiting: maybe(object({ authors: list(text()), mayPublish: flag() })).description(
    'something does not hold yet: who wrote it, and whether this person may publish it; for editors',
  ),
});
export const articles = object({ items: list(article) });

export const feedback = object({
  feedbackId: id(),
  process: text(),
  elementId: text(),
  text: text(),
  state: oneOf('offen', 'erledigt'),
  givenBy: text(),
  givenAt: moment(),
  settledBy: maybe(text()),
  settledAt: maybe(moment()),
  answer: maybe(text()),
});
export const feedbackList = object({ items: list(feedback) });
export const givenFeedback = object({ feedbackId: id() });

export type Content = AnswerOf<typeof content>;
export type Article = AnswerOf<typeof article>;
export type Articles = AnswerOf<typeof articles>;
export type Feedback = AnswerOf<typeof feedback>;
export type FeedbackList = AnswerOf<typeof feedbackList>;
