import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type Sheet = { path: string; text: string };

/** The one sheet that may say a colour, and a length in px. */
export const tokens = 'web/src/style/tokens.css';

/** Comments are emptied, so that all that follows them stays on its line. */
export const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '));

/** Every style sheet that we write: of the staff application, the portal and letters. */
export const readSheets = (): Sheet[] =>
  globSync('{web,services,processes}/**/*.css', { cwd: root, exclude: ['web/dist/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => ({ path, text: withoutComments(readFileSync(join(root, path), 'utf8')) }));

/** Where a finding is, and what was found: `web/src/map/map.css:12 #fff`. */
export const placeOf = ({ path, text }: Sheet, { index, 0: found }: RegExpExecArray): string =>
  `${path}:${text.slice(0, index).split('\n').length} ${found}`;
