import { portalFields, summaryFields } from '../cases/answers.ts';
import { documentLine } from '../documents/answers.ts';
import { fee } from '../fees/answers.ts';
import { usedValue } from '../legal/answers.ts';
import { letterLine } from '../letters/answers.ts';
import { purposeNames } from '../office/purposes.ts';
import { relative } from '../personfile/answers.ts';
import {
  type AnswerOf,
  count,
  day,
  facts,
  flag,
  id,
  lacking,
  list,
  maybe,
  moment,
  object,
  oneOf,
  record,
  text,
  value,
} from '../platform/shape.ts';
import { routing } from '../routing/answers.ts';
import { failure } from '../waits/answers.ts';

const waiting = { warteId: id(), kind: text(), until: moment() };
/** `since`, `version` and `authority` are missing where only the fact of waiting may be told. */
const wait = object({ ...waiting, since: lacking(moment()), version: lacking(count()), authority: lacking(maybe(text())) });

const caseTask = object({
  taskId: id(),
  name: text(),
  elementId: text(),
  purpose: maybe(oneOf(...purposeNames)),
  status: oneOf('offen', 'wird-verarbeitet', 'erledigt', 'entfallen'),
  assignee: maybe(text()),
  completedBy: maybe(text()),
  completedAt: maybe(moment()),
  input: lacking(facts()).description('what was entered before the engine withdrew it'),
});

/** A fact in the words of the form that asked for it. `label` is null for what no form asks: the screen knows those few by their key. */
const fact = object({ key: text(), label: maybe(text()), kind: oneOf('date', 'yes-no', 'number', 'text', 'list'), value: value() });
const historyLine = object({ at: moment(), text: text(), elementId: maybe(text()), by: text(), kind: text() });
const representation = object({ name: text(), address: text(), kind: text(), since: text() });
const reminder = object({ date: day(), note: text(), by: text() });

const may = object({ takePayment: flag() });

/** Where it stands, for who gives information only. */
const statusOnly = object({
  ...summaryFields,
  waits: list(wait),
  fee: maybe(fee),
  may,
  personId: lacking(id()).description('for the counter, which corrects how somebody is reached and compares files'),
});

/** The applicant's part. */
const own = object({
  ...portalFields,
  waits: list(object(waiting)),
  letters: list(letterLine),
  documents: list(documentLine),
  fee: maybe(fee),
});

/** Everything, for who works on it. */
const full = object({
  ...summaryFields,
  role: maybe(text()),
  clerk: maybe(text()),
  personId: id(),
  applicant: maybe(facts()),
  nurEinName: flag().description('the passport has no second name'),
  facts: facts(),
  processName: maybe(text()).description('null where no model exists: the case is sorted by hand'),
  factSheet: list(fact),
  fiktion: maybe(
    object({
      wirkung: text(),
      norm: text(),
      bescheinigung: lacking(text()).description('whether a Fiktionsbescheinigung is due, as the table says'),
    }),
  ),
  routing: maybe(routing),
  renewalOf: maybe(id()),
  people: record(maybe(text())).description('names by account; null for the applicant'),
  waits: list(wait),
  failureToAct: maybe(failure).description('until when nothing decided is nobody’s right to sue (§ 75 VwGO); null where it does not run'),
  tasks: list(caseTask),
  history: list(historyLine),
  documents: list(documentLine),
  letters: list(letterLine),
  fee: maybe(fee),
  may,
  relatives: list(relative),
  otherCases: list(
    object({ caseId: id(), aktenzeichen: text(), anliegen: text(), status: text(), outcome: maybe(text()), section: maybe(text()) }),
  ),
  representation: maybe(representation),
  reminders: list(reminder),
  legalValues: list(usedValue),
});

export const caseViews = { full, statusOnly, own };

const runs = () => oneOf('active', 'completed', 'terminated', 'incident');
const stepOfCase = object({
  elementId: text(),
  name: text(),
  type: text(),
  event: maybe(text()),
  state: runs(),
  count: count().description('how often the case came here'),
  activatedAt: maybe(moment()),
  endedAt: maybe(moment()),
  by: lacking(text()).description('who completed it last'),
});
const instance = object({
  instanceKey: text(),
  parentKey: maybe(text()),
  calledBy: maybe(text()).description('element of the parent'),
  processId: text(),
  version: maybe(count()),
  name: text(),
  state: runs(),
  startedAt: moment(),
  endedAt: maybe(moment()),
  elements: list(stepOfCase),
  taken: list(text()).description('sequence flows'),
  incidents: list(object({ elementId: text(), message: text(), at: moment() })),
});
export const diagram = list(instance);

export type Wait = AnswerOf<typeof wait>;
export type CaseTask = AnswerOf<typeof caseTask>;
export type Fact = AnswerOf<typeof fact>;
export type HistoryLine = AnswerOf<typeof historyLine>;
export type Representation = AnswerOf<typeof representation>;
export type Reminder = AnswerOf<typeof reminder>;
export type FullCase = AnswerOf<typeof full>;
export type StatusOnlyCase = AnswerOf<typeof statusOnly>;
export type OwnCase = AnswerOf<typeof own>;
/** As the office sees it: an applicant's own part is the portal's. */
export type AnyCase = FullCase | StatusOnlyCase;
export type StepOfCase = AnswerOf<typeof stepOfCase>;
export type StepState = StepOfCase['state'];
export type Instance = AnswerOf<typeof instance>;
