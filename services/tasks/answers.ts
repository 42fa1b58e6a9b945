import type { Form } from '../forms/index.ts';
import { purposeNames } from '../office/purposes.ts';
import {
  type AnswerOf,
  count,
  day,
  either,
  facts,
  flag,
  id,
  json,
  list,
  maybe,
  moment,
  number,
  object,
  oneOf,
  text,
} from '../platform/shape.ts';

const listed = {
  taskId: id(),
  caseId: id(),
  aktenzeichen: text(),
  name: text().description('what is to be done'),
  person: text(),
  birthDate: day(),
  section: maybe(text()),
  team: maybe(text()),
  assignee: maybe(text()),
  priority: count(),
  dueDate: maybe(moment()),
  createdAt: moment(),
};
const listedTask = object(listed);

/** A number of the law that a form names; `on` is the day it holds for. */
const legalValue = object({
  key: text(),
  label: text(),
  value: either(number(), text()),
  words: text(),
  norm: text(),
  stand: day(),
  on: day(),
});

export const task = object({
  ...listed,
  status: oneOf('offen', 'wird-verarbeitet', 'erledigt', 'entfallen'),
  elementId: text(),
  purpose: maybe(oneOf(...purposeNames)).description('what the step is for, if the office knows more to show than its form'),
  processId: text(),
  case: object({ anliegen: text(), status: text(), deadline: maybe(moment()) }),
  documentation: text(),
  norm: maybe(text()),
  legalValues: list(legalValue).description('numbers of the law the form names, as they hold for this case'),
  form: maybe(json<Form>()).description('form-js JSON'),
  data: facts(),
  draft: maybe(facts()),
  may: list(oneOf('claim', 'complete', 'draft', 'release', 'assign', 'handover')),
  handOverTo: list(text()).description('sections and groups that see the case, for this person to hand the task over to'),
  completedBy: maybe(text()),
  completedAt: maybe(moment()),
});

export const taskPage = object({
  items: list(listedTask),
  next: maybe(text()),
  many: flag().description('more people are meant than a search looks at: these are tasks of the closest'),
});

export const taskCounts = object({
  views: object({ mine: count(), group: count(), all: count() }),
  overdue: count(),
  today: count(),
  unassigned: count(),
  waiting: count().description('cases that wait for others: those I worked on last, or all I may see'),
});

export const candidates = object({ items: list(object({ account: text(), name: text(), openTasks: count() })) });

export type ListedTask = AnswerOf<typeof listedTask>;
export type LegalValue = AnswerOf<typeof legalValue>;
export type Task = AnswerOf<typeof task>;
export type TaskVerb = Task['may'][number];
export type TaskPage = AnswerOf<typeof taskPage>;
export type TaskCounts = AnswerOf<typeof taskCounts>;
export type Candidates = AnswerOf<typeof candidates>;
