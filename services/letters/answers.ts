import { type AnswerOf, count, day, either, id, list, maybe, moment, object, oneOf, text } from '../platform/shape.ts';

const block = either(
  object({ kind: oneOf('ueberschrift', 'absatz', 'exakt'), text: text() }),
  object({ kind: oneOf('liste'), items: list(text()) }),
);

/** Of a letter that decides something; null for others. */
const delivered = {
  zustellung: maybe(oneOf('POST', 'PZU', 'PORTAL', 'AUSHAENDIGUNG')).description('how a decision was delivered'),
  zugestelltAm: maybe(day()).description('from the certificate, or the day it really came'),
  bekanntgabeAm: maybe(day()),
  rechtsbehelf: maybe(oneOf('WIDERSPRUCH', 'KLAGE')),
  rechtsbehelfBis: maybe(day()),
  bestandskraftAb: maybe(day()).description('from this day on nothing can be done against it'),
  version: count().description('of the noted delivery, as ETag and in If-Match'),
};

export const letterLine = object({
  letterId: id(),
  type: text(),
  at: moment(),
  channel: text(),
  subject: text(),
  ...delivered,
  recipient: maybe(text()).description('if it went to somebody else'),
});

const addressee = object({ name: text(), address: text() });
export const letter = object({
  letterId: id(),
  caseId: id(),
  aktenzeichen: text(),
  type: text(),
  channel: text(),
  subject: text(),
  blocks: list(block),
  at: moment(),
  openedAt: maybe(moment()),
  ...delivered,
  recipient: maybe(addressee).description('whom it is addressed to, if not to the person'),
  addressee: addressee.description('what stands in its window: as it was written, whatever is corrected later'),
});

export const mailbox = list(
  object({ letterId: id(), caseId: id(), aktenzeichen: text(), subject: text(), at: moment(), openedAt: maybe(moment()) }),
);

const draftChange = either(
  object({ kind: oneOf('same', 'added'), after: block }),
  object({ kind: oneOf('removed'), before: block }),
  object({ kind: oneOf('changed'), before: block, after: block }),
);
const draft = object({
  bescheidId: id(),
  typ: text(),
  subject: text(),
  blocks: list(block),
  author: maybe(text()),
  returns: count().description('how often this decision was given back'),
  returned: list(object({ by: text(), at: moment(), reason: text() })).description('oldest first'),
  changes: maybe(list(draftChange)).description('against the draft that was given back last; null at the first look'),
});
export const taskDraft = object({ bescheid: maybe(draft) });

export const letterTemplate = object({
  type: text(),
  name: text(),
  subject: text(),
  norm: text(),
  lawAsOf: text(),
  blocks: list(object({ kind: oneOf('ueberschrift', 'absatz', 'exakt', 'liste'), text: text() })),
});

export type LetterBlock = AnswerOf<typeof block>;
export type LetterLine = AnswerOf<typeof letterLine>;
export type Letter = AnswerOf<typeof letter>;
export type Mailbox = AnswerOf<typeof mailbox>;
export type Draft = AnswerOf<typeof draft>;
export type DraftChange = AnswerOf<typeof draftChange>;
export type TaskDraft = AnswerOf<typeof taskDraft>;
export type LetterTemplate = AnswerOf<typeof letterTemplate>;
