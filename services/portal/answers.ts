import { homes } from '../office/homes.ts';
import { rightNames } from '../office/right-names.ts';
import { type AnswerOf, count, day, flag, list, nothing, object, oneOf, text } from '../platform/shape.ts';

export const me = object({
  account: text(),
  name: text(),
  groups: list(text()),
  teams: list(text()),
  applicant: flag(),
  role: object({ de: text(), en: text() }).description('their groups in words'),
  home: oneOf(...homes).description('where their day begins: portal, questions, tasks, audit trail, process map'),
  may: list(oneOf(...rightNames)).description('what this person may do whatever the case; an applicant none of it'),
  today: day().description('the day the office has'),
  idleMinutes: count().description('without input, until the screen is locked'),
});
export const nobody = object({ account: nothing() });

export type Me = AnswerOf<typeof me>;
export type Nobody = AnswerOf<typeof nobody>;
