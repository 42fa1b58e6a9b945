import { type AnswerOf, count, id, moment, object } from '../platform/shape.ts';

export const bookedReminder = object({ caseId: id(), reminderId: id() });
export const movedDeadline = object({ caseId: id(), warteId: id(), until: moment(), version: count() });

export type MovedDeadline = AnswerOf<typeof movedDeadline>;
