import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyRoute } from './route.ts';

/** All endpoints below `dir`: the default export of each `routes/<verb-noun>.ts` of a feature or of one of its parts, in the order of their paths. */
export const loadRoutes = async <Deps>(dir: string): Promise<AnyRoute<Deps>[]> => {
  const files = (await Array.fromAsync(glob('{*,*/*}/routes/*.ts', { cwd: dir }))).sort();
  return Promise.all(
    files.map(async (file) => {
      const route = ((await import(pathToFileURL(join(dir, file)).href)) as { default?: AnyRoute<Deps> }).default;
      if (!route?.path) throw new Error(`${file} has no default export made by defineRoute`);
      return route;
    }),
  );
};
