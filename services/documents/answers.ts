import { type AnswerOf, count, flag, id, moment, object, text } from '../platform/shape.ts';

export const documentLine = object({
  documentId: id(),
  type: text(),
  fileName: text(),
  size: count(),
  at: moment(),
  isNew: flag().description('no clerk has had it before them yet'),
});
export const filedDocument = object({ documentId: id() });

export type DocumentLine = AnswerOf<typeof documentLine>;
export type FiledDocument = AnswerOf<typeof filedDocument>;
