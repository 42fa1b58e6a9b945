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

/** `<feature>/<room>` and, where a feature is made of parts, `<feature>/<part>/<room>`. */
const listRooms = async (base: string, room: string): Promise<{ feature: string; folder: string }[]> => {
  const rooms = (await listNames(base)).map(async (feature) => {
    const parts = (await listNames(join(base, feature))).filter((part) => part !== room);
    return [room, ...parts.map((part) => join(part, room))].map((folder) => ({ feature, folder: join(base, feature, folder) }));
  });
  return (await Promise.all(rooms)).flat();
};

/**
 * The default exports of `<base>/<feature>/<room>/*.ts` and `<base>/<feature>/<part>/<room>/*.ts`, in the order of their paths. This is why adding a
 * worker, projection or command edits no list. A file without a default export is a mistake and throws.
 */
export const loadByPath = async <T>(base: string, room: string): Promise<Found<T>[]> => {
  const found: Found<T>[] = [];
  for (const { feature, folder } of await listRooms(base, room)) {
    for (const entry of await listNames(folder)) {
      if (!entry.endsWith('.ts') || entry.endsWith('.test.ts') || entry.endsWith('.d.ts')) continue;
      const file = join(folder, entry);
      const { default: value } = (await import(pathToFileURL(file).href)) as { default?: T };
      if (value === undefined) throw new Error(`${file} has no default export, but everything in ${room}/ is found by its path`);
      found.push({ feature, name: basename(entry, '.ts'), file, value });
    }
  }
  return found;
};
