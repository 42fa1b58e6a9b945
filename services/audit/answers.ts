import { type AnswerOf, count, day, id, list, maybe, moment, object, oneOf, text } from '../platform/shape.ts';

const entry = object({
  auditId: text(),
  at: moment(),
  actor: text().description('an account, or a part of Lotse'),
  name: maybe(text()).description('null for parts of Lotse and applicants'),
  role: maybe(text()).description('the one they have now'),
  action: text(),
  words: text().description('the same in German'),
  outcome: oneOf('done', 'refused', 'failed'),
  caseId: maybe(text()),
  aktenzeichen: maybe(text()),
  section: maybe(text()),
  object: maybe(text()),
  reason: maybe(text()),
});
export const entryPage = object({ items: list(entry), next: maybe(text()) });

const auditReader = object({
  actor: text(),
  name: maybe(text()),
  role: maybe(text()),
  times: count(),
  first: moment(),
  last: moment(),
  actions: list(text()),
  words: list(text()),
});
export const auditReaders = object({ items: list(auditReader) });

const auditPerson = object({
  personId: id(),
  name: text().description('family name, given names'),
  birthDate: day(),
  aktenzeichen: list(text()),
});
export const auditPersons = object({ items: list(auditPerson) });

export type Entry = AnswerOf<typeof entry>;
export type Outcome = Entry['outcome'];
export type EntryPage = AnswerOf<typeof entryPage>;
export type AuditReader = AnswerOf<typeof auditReader>;
export type AuditReaders = AnswerOf<typeof auditReaders>;
export type AuditPerson = AnswerOf<typeof auditPerson>;
export type AuditPersons = AnswerOf<typeof auditPersons>;
