import { Invalid } from './errors.ts';

const deepest = 64;

/**
 * Refuses what PostgreSQL or a JSON writer would choke on later: NUL characters, half surrogate pairs, and nesting nobody types.
 * Walks without recursion, because a body of 1 MiB can be half a million levels deep.
 */
export const assertPlainText = (value: unknown): void => {
  const open: [unknown, number][] = [[value, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [each, depth] = next;
    if (typeof each === 'string') assertText(each);
    else if (typeof each === 'object' && each !== null && !Buffer.isBuffer(each)) {
      if (depth >= deepest) throw new Invalid('Die Angaben sind zu tief verschachtelt.');
      for (const [key, inner] of Object.entries(each)) {
        assertText(key);
        open.push([inner, depth + 1]);
      }
    }
  }
};

const assertText = (text: string): void => {
  if (text.includes('\0') || !text.isWellFormed()) throw new Invalid('Die Angaben enthalten Zeichen, die kein Text sind.');
};
