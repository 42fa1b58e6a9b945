import { id, list, maybe, moment, object, oneOf, text } from '../platform/shape.ts';

export const receipt = object({ receipt: text() });

export const watchedCase = object({
  watched: maybe(
    object({
      caseId: id(),
      aktenzeichen: text(),
      anliegen: text(),
      person: text(),
      grounds: list(oneOf('ERKENNTNISSE', 'UEBERFAELLIG', 'HINWEIS')),
      releasedAt: maybe(moment()),
    }),
  ),
});
