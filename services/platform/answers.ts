import { type AnswerOf, object, text } from './shape.ts';

export const signedOut = object({ next: text().description('where the browser goes on') });

export type SignedOut = AnswerOf<typeof signedOut>;
