import { type AnswerOf, count, type Fields, flag, list, maybe, object, oneOf, text } from '../platform/shape.ts';

const hit = <F extends Fields>(fields: F) =>
  object({
    ...fields,
    text: text().description('what is said there, cut to fit'),
    exact: flag().description('names the very paragraph asked for'),
  });

const modelHit = hit({
  processId: text(),
  name: text(),
  elementId: maybe(text()).description('null: the process itself'),
  element: text(),
  where: oneOf('name', 'documentation', 'property'),
  basis: flag().description('named as its legal basis, not just mentioned'),
});
const decisionHit = hit({ decisionId: text(), name: text(), ruleId: maybe(text()).description('null: the table itself') });
const letterHit = hit({ type: text(), name: text(), where: oneOf('head', 'text') });
const formHit = hit({
  formId: text(),
  field: text().description('its label, or what the form says'),
  usedIn: list(object({ processId: text(), process: text(), elementId: text(), element: text() })),
});
const articleHit = hit({ articleId: text(), name: text(), process: maybe(text()) });
const valueHit = hit({ key: text(), name: text(), value: maybe(text()).description('as it holds today') });

const few = () => maybe(count()).description('for those who may not open the cases: rounded down to steps of five; null: fewer than five');

export const norms = object({
  query: text(),
  understood: flag().description('false: no section can be read from the query'),
  norms: list(object({ norm: text(), law: text(), section: text(), paragraph: maybe(text()) })),
  near: list(text()).description('close to what was asked for, or of the same number in another law'),
  hits: object({
    models: list(modelHit),
    decisions: list(decisionHit),
    letters: list(letterHit),
    forms: list(formHit),
    articles: list(articleHit),
    values: list(valueHit),
    cases: maybe(
      object({ open: few(), byTitle: few(), byProcess: list(object({ processId: text(), name: text(), open: count() })) }),
    ).description('open cases that rest on it; null for roles that see no figures'),
  }),
});

export type ModelHit = AnswerOf<typeof modelHit>;
export type DecisionHit = AnswerOf<typeof decisionHit>;
export type LetterHit = AnswerOf<typeof letterHit>;
export type FormHit = AnswerOf<typeof formHit>;
export type ArticleHit = AnswerOf<typeof articleHit>;
export type ValueHit = AnswerOf<typeof valueHit>;
export type Norms = AnswerOf<typeof norms>;
