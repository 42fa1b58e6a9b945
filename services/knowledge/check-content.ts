import { findUnknownNorms } from '../legal/index.ts';
import { type FieldFault, Invalid } from '../platform/errors.ts';
import type { Content } from './answers.ts';

/** Norms that do not exist and dates that run backwards are refused, all at once. HTML stays text: the web shows Markdown and nothing else. */
export const checkContent = (content: Content): void => {
  const faults: FieldFault[] = [
    ...content.norm.flatMap((norm) => findUnknownNorms(norm)).map((message) => ({ field: 'norm', message })),
    ...findUnknownNorms(content.body).map((message) => ({ field: 'body', message })),
    ...(content.validUntil !== null && content.validUntil < content.stand
      ? [{ field: 'validUntil', message: 'liegt vor dem Rechtsstand' }]
      : []),
    ...(content.elementId !== null && content.process === null ? [{ field: 'process', message: 'gehört zum Schritt dazu' }] : []),
  ];
  if (faults.length > 0) throw new Invalid('Bitte prüfen Sie den Artikel.', faults);
};
