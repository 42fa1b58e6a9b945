import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Difference } from '../../../services/models/index.ts';

const folder = join(import.meta.dirname, '../../../processes');
export const live = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** One change of a real file and what must be said about it. Differences beyond it only where `more` says so. */
export type Planted = {
  what: string;
  path: string;
  edit: (text: string) => string;
  is: Partial<Difference>;
  more?: boolean;
};

/** Replaces once, and complains where there is nothing to replace: models change, and a mutation must not vanish in silence. */
export const swap =
  (...pairs: [from: string | RegExp, to: string][]) =>
  (text: string): string =>
    pairs.reduce((now, [from, to]) => {
      const next = now.replace(from, () => to);
      if (next === now) throw new Error(`nothing to change: ${from}`);
      return next;
    }, text);

export const swapAll =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
    return text.replaceAll(from, to);
  };
