/** What the services answer about changes and releases; shapes of services/studio, services/models and services/engine/deployment. */
export type ModelKind = 'bpmn' | 'dmn' | 'form' | 'vectors';
export type ChangeState = 'entwurf' | 'zur-freigabe' | 'freigegeben' | 'in-kraft' | 'zurueckgegeben' | 'verworfen' | 'gescheitert';
export type ChangeClass = 'layout' | 'text' | 'number' | 'rule' | 'flow';
export type Signer = 'al' | 'rsb';
export type Person = { account: string; name: string };

export type ChangeLine = {
  changeId: string;
  number: number;
  title: string;
  state: ChangeState;
  class: ChangeClass | null;
  legal: boolean;
  files: string[];
  authors: Person[];
  createdAt: string;
  changedAt: string;
  submittedAt: string | null;
  releaseNo: number | null;
  /** Whose signature is still missing. */
  needs: Signer[];
};

export type ChangedFile = {
  path: string;
  kind: ModelKind;
  plainId: string;
  name: string;
  isNew: boolean;
  removed: boolean;
  changed: boolean;
  /** What is released has moved on since this was taken from it. */
  stale: boolean;
  version: number;
  savedAt: string;
  savedBy: string;
};

export type ChangeVerb = 'edit' | 'submit' | 'approve' | 'return' | 'discard' | 'reopen';
export type ChangeEvent = { at: string; by: string; name: string; what: string; text: string };

export type Change = Omit<ChangeLine, 'files'> & {
  reason: string;
  /** Counts changes of title and reason. */
  wordsVersion: number;
  files: ChangedFile[];
  approvals: { as: Signer; by: string; name: string; at: string }[];
  may: ChangeVerb[];
  mayNotBecause: string | null;
  events: ChangeEvent[];
  failure: string | null;
  /** The last dry run; stale once a text was changed after it. */
  dryRun: (DryRun & { stale: boolean }) | null;
};

export type Finding = { path: string; severity: 'error' | 'warning'; elementId: string; rule: string; message: string };
export type Checked = { findings: Finding[]; errors: number };

export type Difference = {
  path: string;
  kind: ModelKind;
  how: 'added' | 'removed' | 'changed' | 'moved';
  elementId: string;
  place: string;
  aspect: string;
  before: string | null;
  after: string | null;
  words: string;
  class: ChangeClass;
  legal: boolean;
  cell?: { decisionId: string; ruleId: string; column: number; side: 'input' | 'output' | 'annotation' };
};

export type FilePair = { path: string; before: string | null; after: string | null };
export type Diff = { differences: Difference[]; class: ChangeClass | null; legal: boolean; files: FilePair[] };

/** Rounded down to steps of five; null: fewer than five, none among them. */
export type AtLeast = number | null;
export type SectionCases = { section: string | null; cases: AtLeast };
type ChangeKind = { what: 'routing' | 'priority' | 'date' | 'decision'; decision: string; before: string; after: string };

export type DryRun = {
  at: string;
  openCases: AtLeast;
  /** Those this person may open. */
  changed: (ChangeKind & { caseId: string; aktenzeichen: string; section: string | null; words: string })[];
  sections: SectionCases[];
  kinds: (ChangeKind & { sections: SectionCases[] })[];
  byStep: { processId: string; elementId: string; name: string; openTasks: AtLeast; words: string }[];
  staying: { processId: string; name: string; running: number }[];
  failures: string[];
  /** Examples that the new tables would answer otherwise; with any of them nothing can be handed in. */
  wrongExamples: string[];
  truncated: boolean;
};

export type ReleaseKind = 'repository' | 'change' | 'rollback';
export type ReleaseLine = {
  releaseNo: number;
  kind: ReleaseKind;
  changeId: string | null;
  title: string;
  reason: string;
  author: string;
  approvedBy: string[];
  at: string;
  files: { path: string }[];
  undoneBy: number | null;
  authorName: string;
  approvedByNames: string[];
  /** Somebody wants the former state back; it is under way, or could not be done. */
  undo: { by: string; at: string; failure: string | null } | null;
  mayUndo: boolean;
};
export type ReleaseDetail = Omit<ReleaseLine, 'files'> & { files: FilePair[]; differences: Difference[]; mayNotUndoBecause: string | null };

export type DriftState = 'gleich' | 'studio' | 'repository' | 'nur-live' | 'nur-repository';
export type Drift = { path: string; state: DriftState };

export type ModelFile = {
  path: string;
  kind: ModelKind;
  plainId: string;
  name: string;
  hash: string;
  changedAt: string;
  changedBy: string;
  /** Of a decision file: the decisions in it. */
  decisions?: string[];
};

export type ReleaseNote = {
  noteId: string;
  at: string;
  title: string;
  text: string;
  processes: { id: string; name: string }[];
  read: boolean;
};

/** One of the processes of a drawing; `id` is the one it has in the file. */
export type ProcessChoice = { id: string; name: string; steps: number };
/** More than one choice: people say which is theirs. `notes`: what an import leaves out or changes. */
export type FileLook = { choices: ProcessChoice[]; notes: string[] };
