import { type AnswerOf, count, day, flag, id, list, maybe, moment, object, oneOf, text } from '../platform/shape.ts';

const status = () => oneOf('neu', 'in-bearbeitung', 'wartet', 'abgeschlossen', 'zurueckgenommen', 'stoerung');

/** What an applicant sees of it: no names, teams and dates of the office's own. */
export const portalFields = {
  caseId: id(),
  aktenzeichen: text(),
  anliegen: text(),
  status: status(),
  outcome: maybe(text()),
  receivedAt: moment(),
  createdAt: moment(),
  closedAt: maybe(moment()),
};

/** The fields of status sight: where a case stands, without reasons. */
export const summaryFields = {
  ...portalFields,
  section: maybe(text()),
  team: maybe(text()),
  process: maybe(text()),
  release: maybe(count()),
  priority: maybe(count()),
  deadline: maybe(moment()),
};

/** A masked row keeps back whose case it is and what it is about. */
export const listedFields = {
  ...summaryFields,
  anliegen: maybe(text()).description('null where the person has not been identified'),
  person: maybe(text()).description('family name, given names; initials where the person has not been identified'),
  birthDate: maybe(day()).description('JJJJ-MM-TT, 00 where a part is not known'),
};
const listedCase = object(listedFields);
const ownCase = object({ ...portalFields, person: text() });

const many = flag().description('more people are meant than a search looks at: these are cases of the closest');
export const casePage = object({ items: list(listedCase), next: maybe(text()), many });
export const ownCasePage = object({ items: list(ownCase), next: maybe(text()), many });

const foundPerson = object({
  personId: id(),
  name: text().description('family name, given names'),
  birthDate: day(),
  alias: maybe(text()).description('the former name or other spelling that was found'),
  caseIds: list(id()),
});
const foundFields = {
  persons: list(foundPerson),
  exact: maybe(id()).description('the case whose whole Aktenzeichen was given'),
  elsewhere: flag().description('the person, named with the birthday, has cases in other sections only'),
};
export const found = object({ ...foundFields, cases: list(listedCase) });
export const ownFound = object({ ...foundFields, cases: list(ownCase) });

export const changedCase = object({ caseId: id() });

const summary = object(summaryFields);
const portalSummary = object(portalFields);
export type CaseSummary = AnswerOf<typeof summary>;
export type PortalSummary = AnswerOf<typeof portalSummary>;
export type ListedCase = AnswerOf<typeof listedCase>;
export type OwnCase = AnswerOf<typeof ownCase>;
export type CasePage = AnswerOf<typeof casePage>;
export type FoundPerson = AnswerOf<typeof foundPerson>;
export type Found = AnswerOf<typeof found>;
