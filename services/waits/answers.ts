import { type AnswerOf, count, day, id, moment, object, oneOf } from '../platform/shape.ts';

export const bookedReminder = object({ caseId: id(), reminderId: id() });
export const movedDeadline = object({ caseId: id(), warteId: id(), until: moment(), version: count() });

/** `soon` and `urgent`: from the days on which the office looks (60, 80 days on). `over`: somebody may sue. */
export const failure = object({ until: day(), stage: oneOf('running', 'soon', 'urgent', 'over') });

export type FailureToAct = AnswerOf<typeof failure>;
export type MovedDeadline = AnswerOf<typeof movedDeadline>;
