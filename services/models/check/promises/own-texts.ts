import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelText } from '../check-files.ts';

const own = join(import.meta.dirname, '../../../../processes');

/** Letters and articles below a folder of processes. They change with the program, not with a release of models. */
export const readOfficeTexts = (folder: string): ModelText[] =>
  globSync(['letters/*.md', 'wissen/*.md'], { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('README.md'))
    .toSorted()
    .map((path) => ({ path, content: readFileSync(join(folder, path), 'utf8') }));

let kept: ModelText[] | undefined;

/** A set of files with the office's own letters and articles, where it brings none. */
export const withOfficeTexts = (files: readonly ModelText[]): readonly ModelText[] => {
  if (files.some(({ path }) => path.endsWith('.md'))) return files;
  kept ??= readOfficeTexts(own);
  return [...files, ...kept];
};
