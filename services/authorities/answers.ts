import { type AnswerOf, count, list, maybe, number, object, text } from '../platform/shape.ts';

const days = () => maybe(number()).description('null where there are too few answers to say');
const authorityFigures = object({
  authority: text(),
  name: text(),
  open: count(),
  answered: count(),
  medianDays: days(),
  p90Days: days(),
  reminders: count(),
  deemed: count().description('silence that counted as consent'),
});
export const authorityList = object({ note: text(), items: list(authorityFigures) });

export type AuthorityFigures = AnswerOf<typeof authorityFigures>;
export type AuthorityList = AnswerOf<typeof authorityList>;
