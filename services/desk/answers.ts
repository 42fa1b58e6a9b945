import { type AnswerOf, count, day, type Fields, flag, id, list, maybe, moment, object, text } from '../platform/shape.ts';

const onDesk = <F extends Fields>(fields: F) =>
  object({
    taskId: id(),
    caseId: id(),
    aktenzeichen: text(),
    name: text().description('what is to be done'),
    person: text(),
    assignee: maybe(text()),
    dueDate: maybe(moment()),
    ...fields,
  });

const question = onDesk({
  question: text(),
  facts: text(),
  norm: text(),
  proposal: text(),
  reasons: list(text()).description('codes of the table that chose whom to ask (D4)'),
  askedBy: maybe(text()),
  secondLevel: flag().description('not answered in time'),
});
const secondCheck = onDesk({
  typ: maybe(text()),
  subject: maybe(text()),
  author: maybe(text()),
  returns: count(),
  changes: maybe(count()).description('blocks that changed since the last look; null at the first'),
});
const objection = onDesk({
  against: maybe(text()).description('type of the decision attacked'),
  receivedOn: maybe(day()),
  remedyUntil: maybe(day()),
  inTime: maybe(flag()),
  admissible: maybe(flag()),
});
const held = list(object({ account: text(), tasks: count() }));

export const desk = object({
  escalations: list(question),
  secondChecks: list(secondCheck),
  objections: list(objection),
  withOthers: object({ escalations: held, secondChecks: held, objections: held }).description('who else holds how many of each'),
});

export type Question = AnswerOf<typeof question>;
export type SecondCheck = AnswerOf<typeof secondCheck>;
export type Objection = AnswerOf<typeof objection>;
export type Desk = AnswerOf<typeof desk>;
