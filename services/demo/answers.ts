import { homes } from '../office/homes.ts';
import { type AnswerOf, count, day, flag, list, maybe, moment, object, oneOf, record, text } from '../platform/shape.ts';

const demoAccount = object({
  account: text(),
  name: text(),
  home: oneOf(...homes).description('where their day begins, as `GET /api/me` says one’s own'),
});
export const demo = object({ today: day(), accounts: list(demoAccount) });

export const behaviour = record(
  object({ name: text(), mode: text(), modes: list(text()).description('possible ones'), answers: record(text()) }),
).description('by authority');
export const answeredNow = object({ authority: text(), answer: text(), quiet: flag() });

export const nextDeadline = object({ at: maybe(moment()), kind: maybe(text()) });
export const clockMoved = object({
  now: moment(),
  quiet: flag(),
  happened: object({ letters: count(), waits: count(), tasks: count() }).description('letters sent, waits ended, tasks made meanwhile'),
});

export type DemoAccount = AnswerOf<typeof demoAccount>;
export type Demo = AnswerOf<typeof demo>;
export type Behaviour = AnswerOf<typeof behaviour>;
export type NextDeadline = AnswerOf<typeof nextDeadline>;
export type ClockMoved = AnswerOf<typeof clockMoved>;
