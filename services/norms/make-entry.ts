import { listNamedNorms, type NamedNorm } from '../legal/index.ts';
import type { Entry, Place } from './types.ts';

/** Nothing for a text that names no norm. `more`: norms the text names by a code, without a sign. */
export const makeEntry = <P extends Place>(place: P, text: string, about: string, more: NamedNorm[] = []): Entry<P>[] => {
  const named = [...listNamedNorms(text), ...more];
  return named.length > 0 ? [{ place, text: text.trim(), about, named }] : [];
};
