import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Found<T> = { feature: string; name: string; file: string; value: T };

const listNames = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
};

/**
 * The default exports of `<base>/<feature>/<room>/*.ts`, in the order of their paths. This is why adding a worker, projection or command edits no list.
 * A file without a default export is a mistake and throws.
 */
export const loadByPath = async <T>(base: string, room: string): Promise<Found<T>[]> => {
  const found: Found<T>[] = [];
  for (const feature of await listNames(base)) {
    for (const entry of await listNames(join(base, feature, room))) {
      if (!entry.endsWith('.ts') || entry.endsWith('.test.ts') || entry.endsWith('.d.ts')) continue;
      const file = join(base, feature, room, entry);
      const { default: value } = (await import(pathToFileURL(file).href)) as { default?: T };
      if (value === undefined) throw new Error(`${file} has no default export, but everything in ${room}/ is found by its path`);
      found.push({ feature, name: basename(entry, '.ts'), file, value });
    }
  }
  return found;
};
