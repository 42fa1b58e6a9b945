import { type AnswerOf, day, either, list, maybe, moment, number, object, text } from '../platform/shape.ts';

const amount = () => either(number(), text());

/** A number of the law that a step worked with; `on` is the day it holds for. */
export const usedValue = object({
  key: text(),
  label: text(),
  value: amount(),
  words: text(),
  norm: maybe(text()),
  on: day(),
  elementId: text(),
  usedAt: moment(),
});

/** `changes`: in force on that day and not worked in. */
export const lawState = object({
  rechtsstand: day(),
  changes: list(object({ since: day(), name: text(), text: text(), processes: list(text()) })),
});

export const legalValues = object({
  date: day(),
  items: list(
    object({
      key: text(),
      label: text(),
      einheit: text(),
      wert: amount(),
      words: text(),
      gueltigAb: day(),
      gueltigBis: maybe(day()),
      norm: text(),
      stand: day(),
    }),
  ),
});

export type UsedValue = AnswerOf<typeof usedValue>;
export type LawState = AnswerOf<typeof lawState>;
export type LegalValues = AnswerOf<typeof legalValues>;
