import { type AnswerOf, count, flag, id, list, maybe, moment, object, text } from '../platform/shape.ts';

/** Of the last look at the whole audit trail; nothing of what stands in it. */
export const trailState = object({
  guarded: flag().description('false: Lotse works with the role that owns the tables'),
  signedAt: maybe(moment()).description('last signature of the heads, where their file is within reach'),
  checkedAt: maybe(moment()),
  entries: maybe(count()),
  fault: maybe(text()).description('in a sentence; null when it was whole'),
});

const incident = object({
  incidentKey: text(),
  caseId: maybe(id()),
  process: maybe(text()),
  processName: maybe(text()),
  elementId: text(),
  step: maybe(text()),
  errorType: text(),
  message: text(),
  at: moment(),
});
export const incidents = object({ items: list(incident) });
export const retriedIncident = object({ incidentKey: text() });

const failedCommand = object({
  id: text(),
  name: text().description('what it does, as its file is called'),
  caseId: maybe(id()),
  attempts: count(),
  maxAttempts: count(),
  lastError: text(),
  runAt: moment().description('when it is tried next'),
  createdAt: moment(),
  givenUp: flag(),
  droppable: flag(),
});
export const failedCommands = object({ items: list(failedCommand), engine: object({ ok: flag(), reason: text() }) });
export const settledCommand = object({ id: text() });

export type TrailState = AnswerOf<typeof trailState>;
export type Incident = AnswerOf<typeof incident>;
export type Incidents = AnswerOf<typeof incidents>;
export type FailedCommand = AnswerOf<typeof failedCommand>;
export type FailedCommands = AnswerOf<typeof failedCommands>;
