import { type AnswerOf, count, flag, id, lacking, list, maybe, moment, object, oneOf, text } from '../../platform/shape.ts';
import { dryRunFields } from '../dry-run/answers.ts';

const modelKind = () => oneOf('bpmn', 'dmn', 'form', 'vectors');
const changeClass = () => oneOf('layout', 'text', 'number', 'rule', 'flow');
const signer = () => oneOf('al', 'rsb');
const person = object({ account: text(), name: text() });

const line = {
  changeId: id(),
  number: count(),
  title: text(),
  state: oneOf('entwurf', 'zur-freigabe', 'freigegeben', 'in-kraft', 'zurueckgegeben', 'verworfen', 'gescheitert'),
  class: maybe(changeClass()).description('the heaviest of its differences; null while nothing differs'),
  legal: flag().description('law is touched: a legal specialist agrees, too'),
  authors: list(person),
  createdAt: moment(),
  changedAt: moment(),
  submittedAt: maybe(moment()),
  releaseNo: maybe(count()),
  needs: list(signer()).description('whose agreement is missing'),
};

const changeLine = object({ ...line, files: list(text()) });
export const changes = object({ items: list(changeLine) });

const changedFile = object({
  path: text(),
  kind: modelKind(),
  plainId: text(),
  name: text(),
  isNew: flag(),
  removed: flag(),
  changed: flag(),
  stale: flag().description('another release has changed the file meanwhile'),
  version: count(),
  savedAt: moment(),
  savedBy: text(),
});

const changeEvent = object({
  at: moment(),
  by: text(),
  name: text(),
  what: oneOf(
    'angelegt',
    'bearbeitet',
    'eingereicht',
    'zugestimmt',
    'freigegeben',
    'zurueckgegeben',
    'verworfen',
    'wiedereroeffnet',
    'in-kraft',
    'gescheitert',
    'zurueckgeholt',
  ),
  text: text(),
});

export const change = object({
  ...line,
  reason: text(),
  wordsVersion: count().description('of title and reason, as ETag and in If-Match'),
  files: list(changedFile),
  approvals: list(object({ as: signer(), by: text(), name: text(), at: moment() })),
  may: list(oneOf('edit', 'submit', 'approve', 'return', 'discard', 'reopen')),
  mayNotBecause: maybe(text()),
  events: list(changeEvent),
  failure: maybe(text()),
  dryRun: maybe(object({ ...dryRunFields, stale: flag() })).description('the kept trial; stale: texts have changed since'),
});

const finding = object({
  path: text(),
  severity: oneOf('error', 'warning'),
  elementId: text(),
  rule: text(),
  message: text(),
});

export const checked = object({ findings: list(finding), errors: count() });

const use = object({
  path: text().description('empty: the program itself'),
  elementId: text(),
  elementName: text(),
  how: text().description('what this place does with it, in German'),
});

const usedThing = object({
  kind: oneOf('variable', 'form', 'decision', 'process', 'job', 'message', 'letter', 'norm'),
  name: text(),
  words: text().description('what people call it'),
  uses: list(use),
});

export const usedThings = object({ items: list(usedThing) });

const difference = object({
  path: text(),
  kind: modelKind(),
  how: oneOf('added', 'removed', 'changed', 'moved'),
  elementId: text(),
  place: text(),
  aspect: text(),
  before: maybe(text()),
  after: maybe(text()),
  words: text(),
  class: changeClass(),
  legal: flag(),
  cell: lacking(object({ decisionId: text(), ruleId: text(), column: count(), side: oneOf('input', 'output', 'annotation') })),
});

const filePair = object({ path: text(), before: maybe(text()), after: maybe(text()) });
export const differing = { differences: list(difference), class: maybe(changeClass()), legal: flag(), files: list(filePair) };
export const diff = object(differing);

const modelFile = object({
  path: text(),
  kind: modelKind(),
  plainId: text(),
  name: text(),
  decisions: list(text()).description('of a decision file: the decisions in it'),
  hash: text(),
  changedAt: moment(),
  changedBy: text(),
});

export const modelFiles = object({ items: list(modelFile) });

export const fileText = object({
  path: text(),
  content: maybe(text()).description('null where the file is to go'),
  base: maybe(text()).description('null where it is new'),
  savedAt: moment(),
  savedBy: text(),
  version: count(),
});

export const savedFile = object({ savedAt: moment(), version: count() });

export type ModelKind = ChangedFile['kind'];
export type ChangeLine = AnswerOf<typeof changeLine>;
export type ChangeState = ChangeLine['state'];
export type ChangeClass = Difference['class'];
export type Signer = ChangeLine['needs'][number];
export type Person = AnswerOf<typeof person>;
export type Changes = AnswerOf<typeof changes>;
export type ChangedFile = AnswerOf<typeof changedFile>;
export type ChangeEvent = AnswerOf<typeof changeEvent>;
export type Change = AnswerOf<typeof change>;
export type ChangeVerb = Change['may'][number];
export type Finding = AnswerOf<typeof finding>;
export type Checked = AnswerOf<typeof checked>;
export type Use = AnswerOf<typeof use>;
export type UsedThing = AnswerOf<typeof usedThing>;
export type UsedThings = AnswerOf<typeof usedThings>;
export type Difference = AnswerOf<typeof difference>;
export type FilePair = AnswerOf<typeof filePair>;
export type Diff = AnswerOf<typeof diff>;
export type ModelFile = AnswerOf<typeof modelFile>;
export type ModelFiles = AnswerOf<typeof modelFiles>;
export type FileText = AnswerOf<typeof fileText>;
export type SavedFile = AnswerOf<typeof savedFile>;
