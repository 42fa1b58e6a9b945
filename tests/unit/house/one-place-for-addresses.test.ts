import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';

// A page is renamed, or moves, in web/src/paths.ts; every link to it follows.

const root = join(import.meta.dirname, '../../..');
const home = 'web/src/paths.ts';
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Where each page's address begins, as paths.ts writes it: `/aufgaben`, `/auth/login`. */
const beginnings = [...new Set([...read(home).matchAll(/['`](\/[a-z]+(?:\/[a-z]+)*)/g)].map(([, address]) => address as string))];
/** In a text, a template or a regular expression; neither inside a longer path nor as the path of an import. */
const written = new RegExp(`(?<![\\w.})-])(?:${beginnings.map((each) => each.replaceAll('/', '\\\\?/')).join('|')})(?![\\w-])`, 'g');

test('an address of a page is written in paths.ts and nowhere else in web/src', (t) => {
  t.true(beginnings.length >= 14, beginnings.join(' '));
  const found = globSync('web/src/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => path !== home)
    .flatMap((path) => [...read(path).matchAll(written)].map(([address]) => `${path}: ${address}`));
  t.deepEqual(found, []);
});

test('an address is found however it is written', (t) => {
  const count = (text: string): number => [...text.matchAll(written)].length;
  for (const text of ['<a href="/aufgaben">', "route('/fragen')", '`/vorgaenge/7`', '/^\\/karte$/', "'/auth/login?returnTo='"])
    t.is(count(text), 1, text);
  for (const text of ["import '../studio/rights.ts'", "'/api/studio/catalogue'", 'services/studio', "'/auth/logout'", 'aufgaben-filtern'])
    t.is(count(text), 0, text);
});
