import type { LocatedFinding } from '../check-files.ts';
import type { PromiseName } from './names.ts';

export type Place = { path: string; elementId: string };
/** One sentence about one place; that a norm exists is a rule of single models, too. The same sentence at the same place is told once. */
export type Report = (place: Place, rule: PromiseName | 'norm-known', message: string) => void;

export const createReport = (): { report: Report; findings: () => LocatedFinding[] } => {
  const found = new Map<string, LocatedFinding>();
  return {
    report: ({ path, elementId }, rule, message) =>
      void found.set([path, elementId, rule, message].join('\0'), { path, severity: 'error', elementId, rule, message }),
    findings: () => [...found.values()],
  };
};

export const inQuotes = (text: string): string => `„${text}“`;
/** A literal as people say it: `"ERTEILT"` → „ERTEILT“, `true` → ja. */
export const sayCode = (code: string): string =>
  code === 'true' ? 'ja (true)' : code === 'false' ? 'nein (false)' : inQuotes(code.replace(/^"|"$/g, ''));

const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let index = 0; index < other.length; index += 1)
      next.push(Math.min((row[index] ?? 0) + (other[index] === letter ? 0 : 1), (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    row = next;
  }
  return row[other.length] ?? 0;
};

/** A name that is nearly this one, for a slip of the keys. */
export const nearest = (name: string, known: Iterable<string>): string => {
  const close = [...known].map((each) => ({ each, by: distance(name.toLowerCase(), each.toLowerCase()) })).sort((a, b) => a.by - b.by)[0];
  return close && close.by > 0 && close.by <= Math.max(1, Math.floor(name.length / 4))
    ? ` Gemeint ist vielleicht ${inQuotes(close.each)}.`
    : '';
};
