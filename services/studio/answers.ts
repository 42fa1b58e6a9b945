import { type AnswerOf, count, facts, flag, id, lacking, list, maybe, moment, object, oneOf, text, value } from '../platform/shape.ts';

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

const few = () => maybe(count()).description('rounded down to steps of five; null: fewer than five, none among them');
const sectionCases = object({ section: maybe(text()).description('null: not routed'), cases: few() });
const changeKind = { what: oneOf('routing', 'priority', 'date', 'decision'), decision: text(), before: text(), after: text() };
const dryRunFields = {
  at: moment(),
  openCases: few(),
  changed: list(object({ ...changeKind, caseId: text(), aktenzeichen: text(), section: maybe(text()), words: text() })).description(
    'the cases this person may open',
  ),
  sections: list(sectionCases).description('all of them'),
  kinds: list(object({ ...changeKind, sections: list(sectionCases) })).description('dates without their days'),
  byStep: list(object({ processId: text(), elementId: text(), name: text(), openTasks: few(), words: text() })),
  staying: list(object({ processId: text(), name: text(), running: count() })),
  wrongExamples: list(text()).description('with any of these the change cannot be handed in'),
  failures: list(text()),
  truncated: flag().description('there is more than was looked at'),
};
export const dryRun = object(dryRunFields);

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
  kind: oneOf('variable', 'form', 'decision', 'process', 'job', 'message', 'letter'),
  name: text(),
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
const differing = { differences: list(difference), class: maybe(changeClass()), legal: flag(), files: list(filePair) };
export const diff = object(differing);

const release = {
  releaseNo: count(),
  kind: oneOf('repository', 'change', 'rollback'),
  changeId: maybe(id()),
  title: text(),
  reason: text(),
  author: text(),
  approvedBy: list(text()),
  at: moment(),
  parts: list(object({ kind: oneOf('bpmn', 'dmn', 'form'), plainId: text(), release: count(), engineId: text() })).description(
    'what became current by it',
  ),
  undoneBy: maybe(count()),
  authorName: text(),
  approvedByNames: list(text()),
  undo: maybe(object({ by: text(), at: moment(), failure: maybe(text()) })).description(
    'somebody wants the former state back; failure says why it could not be done',
  ),
  mayUndo: flag(),
};
const releaseLine = object({ ...release, files: list(object({ path: text(), how: oneOf('new', 'changed', 'removed') })) });
export const releaseLines = object({ items: list(releaseLine) });
export const releaseDetail = object({ ...release, ...differing, mayNotUndoBecause: maybe(text()) });
export const startedUndo = object({ releaseNo: count() });

const drift = object({ path: text(), state: oneOf('gleich', 'studio', 'repository', 'nur-live', 'nur-repository') });
export const drifts = object({ items: list(drift) });

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
export const importedFile = object({ path: text(), notes: list(text()) });
export const completedDiagram = object({ notes: list(text()), files: list(text()), version: count() });

const processChoice = object({ id: text().description('in the file'), name: text(), steps: count() });
export const fileLook = object({
  choices: list(processChoice),
  notes: list(text()).description('what an import would leave out or change'),
});

const example = object({ name: text(), decision: text(), input: facts(), output: value() });
export const skeleton = object({ files: list(object({ path: text(), content: text() })) });
export const proposedExample = object({ vector: maybe(example).description('null where no inputs reach the row') });

const releaseNote = object({
  noteId: id(),
  releaseNo: count(),
  at: moment(),
  title: text(),
  text: text(),
  processes: list(object({ id: text(), name: text() })),
  read: flag(),
});
export const releaseNotes = object({ items: list(releaseNote) });
export const readNote = object({ read: flag() });

const model = { id: text(), name: text(), path: text() };
export const catalogue = object({
  messages: list(object({ name: text(), usedIn: list(text()) })),
  jobTypes: list(object({ type: text(), title: text(), inputs: list(text()), outputs: list(text()) })),
  roles: list(object({ group: text(), name: text() })),
  skills: list(text()),
  purposes: list(object({ purpose: text(), name: text() })),
  forms: list(object(model)),
  decisions: list(object({ ...model, decisions: list(text()) })),
  processes: list(object(model)),
  articles: list(object({ id: text(), title: text(), process: maybe(text()), step: maybe(text()) })),
  norms: list(text()),
});

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
export type SectionCases = AnswerOf<typeof sectionCases>;
export type AtLeast = SectionCases['cases'];
export type DryRun = AnswerOf<typeof dryRun>;
export type ReleaseLine = AnswerOf<typeof releaseLine>;
export type ReleaseKind = ReleaseLine['kind'];
export type ReleaseLines = AnswerOf<typeof releaseLines>;
export type ReleaseDetail = AnswerOf<typeof releaseDetail>;
export type Drift = AnswerOf<typeof drift>;
export type DriftState = Drift['state'];
export type Drifts = AnswerOf<typeof drifts>;
export type ModelFile = AnswerOf<typeof modelFile>;
export type ModelFiles = AnswerOf<typeof modelFiles>;
export type FileText = AnswerOf<typeof fileText>;
export type SavedFile = AnswerOf<typeof savedFile>;
export type ImportedFile = AnswerOf<typeof importedFile>;
export type CompletedDiagram = AnswerOf<typeof completedDiagram>;
export type ProcessChoice = AnswerOf<typeof processChoice>;
export type FileLook = AnswerOf<typeof fileLook>;
export type Example = AnswerOf<typeof example>;
export type Skeleton = AnswerOf<typeof skeleton>;
export type ProposedExample = AnswerOf<typeof proposedExample>;
export type ReleaseNote = AnswerOf<typeof releaseNote>;
export type ReleaseNotes = AnswerOf<typeof releaseNotes>;
export type StudioCatalogue = AnswerOf<typeof catalogue>;
