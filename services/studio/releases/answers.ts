import { type AnswerOf, count, flag, id, list, maybe, moment, object, oneOf, text } from '../../platform/shape.ts';
import { differing } from '../changes/answers.ts';

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

export type ReleaseLine = AnswerOf<typeof releaseLine>;
export type ReleaseKind = ReleaseLine['kind'];
export type ReleaseLines = AnswerOf<typeof releaseLines>;
export type ReleaseDetail = AnswerOf<typeof releaseDetail>;
export type Drift = AnswerOf<typeof drift>;
export type DriftState = Drift['state'];
export type Drifts = AnswerOf<typeof drifts>;
export type ReleaseNote = AnswerOf<typeof releaseNote>;
export type ReleaseNotes = AnswerOf<typeof releaseNotes>;
