import { id, list, maybe, moment, object, oneOf, text } from '../platform/answers.ts';

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
