import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place where a code may stand in the program, and why. `path` is a file, or a folder with its `/`. */
export type Allowed = { path: string; codes: readonly string[]; why: string };

/** `codes` as whole texts in quotes; `parts` wherever they stand in a line of the program. */
export type Sought = { codes: readonly string[]; parts?: RegExp };

const root = join(import.meta.dirname, '../..');
const comment = /^\s*(?:\/\/|\/?\*)/;
/** A property of a row is asked for by name: it may be called as a code is. */
const property = /\b(?:getRowWith|rowHas)\([^)]*\)/g;

export type Found = { path: string; line: number; code: string };

/** Codes of the office written in a file of the program. */
export const literalsIn = (path: string, text: string, { codes, parts }: Sought): Found[] => {
  const wanted = new Set(codes);
  return text.split('\n').flatMap((line, index) => {
    if (comment.test(line)) return [];
    const said = line.replaceAll(property, '');
    const whole = [...said.matchAll(/(['"`])([^'"`]*)\1/g)].map((match) => match[2] ?? '').filter((each) => wanted.has(each));
    const inside = parts ? [...said.matchAll(new RegExp(parts.source, 'g'))].map(([part]) => part) : [];
    return [...new Set([...whole, ...inside])].map((code) => ({ path, line: index + 1, code }));
  });
};

const isAllowed = ({ path, code }: Found, allowed: Allowed): boolean =>
  (allowed.path.endsWith('/') ? path.startsWith(allowed.path) : path === allowed.path) && allowed.codes.includes(code);

/** What stands in services and web outside the places where it may, as `path:line code`; and the places that need no leave any more. */
export const findLiterals = (sought: Sought, allowed: readonly Allowed[], skipped: RegExp): { found: string[]; idle: string[] } => {
  const paths = globSync(['services/**/*.ts', 'web/src/**/*.{ts,tsx}'], { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  if (paths.length < 900) throw new Error('The program is not where it is looked for.');
  const all = paths
    .filter((path) => !skipped.test(path))
    .flatMap((path) => literalsIn(path, readFileSync(join(root, path), 'utf8'), sought));
  return {
    found: all.filter((each) => !allowed.some((one) => isAllowed(each, one))).map(({ path, line, code }) => `${path}:${line} ${code}`),
    idle: allowed.flatMap((one) =>
      one.codes.filter((code) => !all.some((each) => each.code === code && isAllowed(each, one))).map((code) => `${one.path} ${code}`),
    ),
  };
};
