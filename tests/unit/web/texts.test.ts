import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import test from 'ava';
import { telltale } from '../../support/views/telltale.ts';

// The compiler sees to it that no text is missing; whether each is in its language, it cannot see.
const pairs = [...globSync('web/src/**/*.de.ts'), ...globSync('services/portal/texts/*de.ts')].sort();

type Said = { key: string; text: string };

/** Texts with numbers or names in them are asked with one and with several. */
const call = (make: (...given: unknown[]) => unknown, given: unknown): unknown => {
  try {
    return make(...Array.from({ length: Math.max(make.length, 1) }, () => given));
  } catch {
    // It wants something else, e.g. a list: that it is there is all that is checked.
    return undefined;
  }
};

const textsIn = (value: unknown, key: string): Said[] => {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value === 'function') {
    const make = value as (...given: unknown[]) => unknown;
    return [1, 2, 'X', true].flatMap((given) => textsIn(call(make, given), `${key}(${given})`));
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, `${key}.${name}`));
};

const keysIn = (value: unknown, key = ''): string[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, each]) => keysIn(each, `${key}.${name}`))
    : [key];

/** A dictionary is the one thing its file exports. */
const read = async (path: string): Promise<unknown> => Object.values((await import(resolve(path))) as object)[0];

test('there are dictionaries', (t) => t.true(pairs.length > 8));

for (const path of pairs) {
  test(`${path}: both languages say the same things, each in its own words`, async (t) => {
    const [de, en] = await Promise.all([read(path), read(path.replace(/de\.ts$/, 'en.ts'))]);
    t.deepEqual(keysIn(en).sort(), keysIn(de).sort());
    for (const [said, foreign] of [
      [textsIn(de, ''), telltale.en],
      [textsIn(en, ''), telltale.de],
    ] as const) {
      t.true(said.length > 0);
      const plain = said.map(({ key, text }) => ({ key, text: text.replaceAll(/“[^”]*”|„[^“]*“/g, '') }));
      t.deepEqual(
        plain.filter(({ text }) => foreign.test(text)).map(({ key, text }) => `${key}: ${foreign.exec(text)?.[0]} in ${text}`),
        [],
      );
    }
  });
}
