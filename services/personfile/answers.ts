import { type AnswerOf, count, facts, flag, id, list, maybe, moment, object, oneOf, text, value } from '../platform/shape.ts';

const seenCase = object({ caseId: id(), aktenzeichen: text(), anliegen: text() });

/** Person and name are null for whoever may not open any of the relative's cases: an Aktenzeichen given at intake tells nobody whose it is. */
export const relative = object({
  relationId: id(),
  personId: maybe(id()),
  name: maybe(text()),
  relation: maybe(text()).description('what the relative is to the person; null while nobody knows'),
  since: moment(),
  reason: text(),
  cases: list(seenCase).description('only those this person may see'),
});

const ground = object({ code: text(), text: text().description('in words') });
const sideBySide = object({ field: text(), mine: value(), other: value(), same: flag() });

const likelyPerson = object({
  personId: maybe(id()).description('null where somebody of another section has to compare'),
  version: maybe(count()),
  name: maybe(text()),
  reasons: list(ground),
  against: list(ground),
  decision: oneOf('offen', 'dieselbe', 'verschieden'),
  decidedAt: maybe(moment()),
  decidedBy: maybe(text()),
  reason: maybe(text()),
  asked: maybe(object({ at: moment(), by: text(), reason: text() })).description('when, by whom and why the service was asked to compare'),
  fields: list(sideBySide),
});

const difference = object({
  differenceId: id(),
  field: text(),
  value: value(),
  current: value(),
  aktenzeichen: maybe(text()),
  notedAt: moment(),
  notedBy: text(),
});
const personChange = object({ at: moment(), by: text(), reason: text(), field: text(), old: value(), new: value() });
const personMerge = object({
  mergeId: id(),
  at: moment(),
  by: text(),
  reason: text(),
  name: text(),
  undoneAt: maybe(moment()),
  undoneBy: maybe(text()),
  undoneReason: maybe(text()),
});

const otherCase = object({
  caseId: id(),
  aktenzeichen: text(),
  anliegen: text(),
  status: text(),
  outcome: maybe(text()),
  section: maybe(text()),
  createdAt: moment(),
  closedAt: maybe(moment()),
});

export const personFile = object({
  personId: id(),
  version: count(),
  level: oneOf('full', 'status'),
  person: facts(),
  names: list(object({ kind: text(), familienname: text(), vornamen: text() })),
  nurEinName: flag().description('the passport has no second name'),
  likely: list(likelyPerson),
  differences: list(difference),
  changes: list(personChange),
  merges: list(personMerge),
  relatives: list(relative),
  cases: list(otherCase),
  may: object({ correct: list(text()), compare: flag(), relate: flag() }),
});

export const matches = object({
  items: list(
    object({
      personId: maybe(id()),
      level: oneOf('full', 'status', 'none'),
      name: maybe(text()),
      reasons: list(ground),
      against: list(ground),
      person: maybe(facts()),
      cases: list(seenCase),
    }),
  ),
});
export const linkedRelative = object({ relationId: id() });
export const separatedPersons = object({ personId: id(), separated: id() });

export type Relative = AnswerOf<typeof relative>;
export type SideBySide = AnswerOf<typeof sideBySide>;
export type LikelyPerson = AnswerOf<typeof likelyPerson>;
export type Difference = AnswerOf<typeof difference>;
export type PersonChange = AnswerOf<typeof personChange>;
export type PersonMerge = AnswerOf<typeof personMerge>;
export type PersonFile = AnswerOf<typeof personFile>;
export type Match = AnswerOf<typeof matches>['items'][number];
