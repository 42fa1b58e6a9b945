import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import test from 'ava';

// Each tool once reported success while it looked at nothing. So a violation is planted for each tool and each rule.

const root = resolve('.');
const tool = (path: string): string => join(root, 'node_modules', path);

type Files = Record<string, string>;

/** A small house of its own with our settings; packages are stand-ins, because only their names matter. */
const plant = (files: Files, packages: readonly string[] = []): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-planted-'));
  for (const name of ['biome-settings.json', 'dependency-cruiser.mjs', 'knip.json'])
    cpSync(join('.config', name), join(folder, '.config', name));
  const manifest = { name: 'planted', type: 'module', dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])) };
  const stubs = packages.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'export default 1;'],
  ]);
  for (const [path, content] of [['package.json', JSON.stringify(manifest)] as const, ...stubs, ...Object.entries(files)]) {
    mkdirSync(dirname(join(folder, path as string)), { recursive: true });
    writeFileSync(join(folder, path as string), content as string);
  }
  return folder;
};

const run = (folder: string, program: string, ...args: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool(program), ...args], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return { status, output: `${stdout}${stderr}` };
};

const lint = (content: string) =>
  run(
    plant({ 'services/x/a.ts': content }),
    '@biomejs/biome/bin/biome',
    'ci',
    '--config-path=.config/biome-settings.json',
    '--error-on-warnings',
    '--colors=off',
    'services',
  );

const sound = `const send = async (): Promise<void> => {};

export const go = async (): Promise<void> => {
  await send();
};
`;

test('Biome: sound code passes', (t) => {
  const { status, output } = lint(sound);
  t.is(status, 0, output);
});

const biomeViolations: Record<string, [content: string, found: string]> = {
  'a promise nobody waits for': [sound.replace('await send()', 'send()'), 'noFloatingPromises'],
  'a promise where none is expected': [sound.replace('await send()', '[1].forEach(async () => send())'), 'noMisusedPromises'],
  any: [sound.replace('Promise<void> => {};', 'Promise<any> => {};'), 'noExplicitAny'],
  'an import nobody uses': [`import { join } from 'node:path';\n\n${sound}`, 'noUnusedImports'],
  'double quotes': [`${sound}export const a = "b";\n`, 'format'],
};
for (const [name, [content, found]] of Object.entries(biomeViolations)) {
  test(`Biome finds ${name}`, (t) => {
    const { status, output } = lint(content);
    t.is(status, 1);
    t.true(output.includes(found), output);
  });
}

const typecheck = (content: string) => {
  const folder = plant({
    'services/a.ts': content,
    'tsconfig.json': JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      include: ['services'],
      compilerOptions: { typeRoots: [tool('@types')] },
    }),
  });
  return run(folder, 'typescript/bin/tsc', '--project', '.');
};

test('TypeScript: sound code passes', (t) => t.is(typecheck('export const a: number = 1;\n').status, 0));

const typeViolations: Record<string, [content: string, code: string]> = {
  'a wrong type': ["export const a: number = 'b';\n", 'TS2322'],
  'an index that may be missing': ['export const first = (list: string[]): string => list[0];\n', 'TS2322'],
  'syntax that cannot be erased': ['export enum Colour {\n  Red,\n}\n', 'TS1294'],
};
for (const [name, [content, code]] of Object.entries(typeViolations)) {
  test(`TypeScript finds ${name}`, (t) => {
    const { status, output } = typecheck(content);
    t.not(status, 0);
    t.true(output.includes(code), output);
  });
}

const cruise = (files: Files, packages?: readonly string[]) => {
  const folders = [...new Set(Object.keys(files).map((file) => file.split('/')[0] as string))].filter((each) => each !== 'node_modules');
  return run(
    plant(files, packages),
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.config/dependency-cruiser.mjs',
    '--output-type',
    'err-long',
    ...folders,
  );
};

const value = 'export const a = 1;\n';
const use = (path: string): string => `import { a } from '${path}';\n\nexport const b = a;\n`;

test('dependency-cruiser: allowed arrows pass', (t) => {
  const { status, output } = cruise(
    {
      'services/tasks/open.ts': use('../cases/index.ts'),
      'services/cases/index.ts': value,
      'services/cases/store.ts': "import knex from 'knex';\n\nexport const b = knex;\n",
      'services/engine/client.ts': "import zeebe from 'zeebe-node';\n\nexport const b = zeebe;\n",
      'web/src/a.ts': "import type { A } from '../../services/cases/answers.ts';\n\nexport type B = A;\n",
      'services/cases/answers.ts': "import type { C } from '../legal/answers.ts';\n\nexport type A = C;\n",
      'services/legal/answers.ts': 'export type C = number;\n',
      'web/src/map/heat/bar.ts': use('../words.ts'),
      'web/src/map/page.ts': use('../office/words.ts'),
      'web/src/map/words.ts': use('./words.de.ts'),
      'web/src/map/words.de.ts': value,
      'web/src/office/words.ts': value,
    },
    ['knex', 'zeebe-node'],
  );
  t.is(status, 0, output);
  // The tool reads nothing, and says so only here, when its parser does not know the language.
  t.regex(output, /14 modules/);
});

const arrows: Record<string, [files: Files, packages?: string[]]> = {
  'feature-by-its-index': [{ 'services/tasks/a.ts': use('../cases/open.ts'), 'services/cases/open.ts': value }],
  'features-without-cycles': [
    {
      'services/tasks/index.ts': value,
      'services/tasks/open.ts': use('../cases/index.ts'),
      'services/cases/index.ts': value,
      'services/cases/open.ts': use('../tasks/index.ts'),
    },
  ],
  'parts-without-cycles': [
    {
      'services/studio/releases/one.ts': use('../drafting/two.ts'),
      'services/studio/releases/three.ts': value,
      'services/studio/drafting/two.ts': value,
      'services/studio/drafting/four.ts': use('../releases/three.ts'),
    },
  ],
  'no-cycles': [
    {
      'services/cases/one.ts': "import { two } from './two.ts';\n\nexport const one = (): number => two();\n",
      'services/cases/two.ts': "import { one } from './one.ts';\n\nexport const two = (): number => one();\n",
    },
  ],
  'ground-knows-no-feature': [{ 'services/engine/a.ts': use('../cases/index.ts'), 'services/cases/index.ts': value }],
  'reading-stands-alone': [{ 'services/reading/a.ts': use('../engine/index.ts'), 'services/engine/index.ts': value }],
  'office-is-ground': [{ 'services/office/a.ts': use('../cases/index.ts'), 'services/cases/index.ts': value }],
  'engine-by-its-doors': [
    { 'services/cases/a.ts': use('../engine/records/case-store.ts'), 'services/engine/records/case-store.ts': value },
  ],
  'platform-below-engine': [{ 'services/platform/a.ts': use('../engine/index.ts'), 'services/engine/index.ts': value }],
  'embedded-by-its-index': [{ 'services/demo/a.ts': use('../embedded/zeebe.ts'), 'services/embedded/zeebe.ts': value }],
  'embedded-below-features': [{ 'services/embedded/a.ts': use('../cases/index.ts'), 'services/cases/index.ts': value }],
  'one-door-to-zeebe': [{ 'services/tasks/a.ts': "import zeebe from 'zeebe-node';\n\nexport const b = zeebe;\n" }, ['zeebe-node']],
  'sql-in-the-store': [{ 'services/tasks/open.ts': "import knex from 'knex';\n\nexport const b = knex;\n" }, ['knex']],
  'db-stands-alone': [{ 'db/a.ts': use('../services/cases/index.ts'), 'services/cases/index.ts': value }],
  'web-takes-types': [{ 'web/src/a.ts': use('../../services/cases/index.ts'), 'services/cases/index.ts': value }],
  'web-takes-answers': [
    {
      'web/src/a.ts': "import type { A } from '../../services/cases/view.ts';\n\nexport type B = A;\n",
      'services/cases/view.ts': 'export type A = number;\n',
    },
  ],
  'answers-stand-alone': [
    {
      'services/cases/answers.ts': "import type { A } from './view.ts';\n\nexport type B = A;\n",
      'services/cases/view.ts': 'export type A = number;\n',
    },
  ],
  'web-ground-knows-no-view': [{ 'web/src/shell/a.ts': use('../cases/b.ts'), 'web/src/cases/b.ts': value }],
  'words-stay-home': [{ 'web/src/studio/compare/a.ts': use('../../map/heat/words.ts'), 'web/src/map/heat/words.ts': value }],
  'words-by-their-hook': [{ 'web/src/map/a.ts': use('./entry-words.de.ts'), 'web/src/map/entry-words.de.ts': value }],
  'views-without-cycles': [
    {
      'web/src/map/one.ts': use('../studio/two.ts'),
      'web/src/map/three.ts': value,
      'web/src/studio/two.ts': value,
      'web/src/studio/four.ts': use('../map/three.ts'),
    },
  ],
  'typed-runs-anywhere': [{ 'services/typed/a.ts': use('../forms/index.ts'), 'services/forms/index.ts': value }],
  'forms-run-anywhere': [{ 'services/forms/a.ts': use('../cases/index.ts'), 'services/cases/index.ts': value }],
  'services-know-no-web': [{ 'services/cases/a.ts': use('../../web/a.ts'), 'web/a.ts': value }],
  'canvas-has-one-door': [{ 'web/src/map/a.ts': "import Viewer from 'bpmn-js';\n\nexport const b = Viewer;\n" }, ['bpmn-js']],
  'processes-hold-no-code': [{ 'processes/a.ts': use('./b.ts'), 'processes/b.ts': value }],
  'no-tests-in-production': [{ 'services/cases/a.ts': use('../../tests/b.ts'), 'tests/b.ts': value }],
  'no-dev-package-in-production': [
    {
      'package.json': JSON.stringify({ name: 'planted', type: 'module', devDependencies: { ava: '1.0.0' } }),
      'services/cases/a.ts': "import test from 'ava';\n\nexport const b = test;\n",
    },
    ['ava'],
  ],
  'everything-resolves': [{ 'services/cases/a.ts': use('./not-there.ts') }],
  'declared-packages-only': [
    {
      'package.json': JSON.stringify({ name: 'planted', type: 'module' }),
      'services/cases/a.ts': "import pg from 'pg';\n\nexport const b = pg;\n",
    },
    ['pg'],
  ],
};
for (const [name, [files, packages]] of Object.entries(arrows)) {
  test(`dependency-cruiser finds ${name}`, (t) => {
    const { status, output } = cruise(files, packages);
    t.not(status, 0, output);
    t.true(output.includes(`error ${name}:`), output);
  });
}

test('every rule of dependency-cruiser has its violation here', async (t) => {
  const settings = (await import(join(root, '.config/dependency-cruiser.mjs'))) as {
    default: { forbidden: { name: string; comment: string }[] };
  };
  const { forbidden } = settings.default;
  t.deepEqual(forbidden.map(({ name }) => name).sort(), Object.keys(arrows).sort());
  for (const { name, comment } of forbidden) t.regex(comment, /^[A-Za-z].{20,}\.$/, `${name} explains itself in a sentence`);
});

const findDead = (files: Files) =>
  run(
    plant(files),
    'knip/bin/knip.js',
    '--config',
    '.config/knip.json',
    '--no-progress',
    '--no-config-hints',
    '--include',
    'files,exports',
  );

const alive: Files = { 'services/main.ts': "import { a } from './cases/open.ts';\n\nconsole.log(a);\n", 'services/cases/open.ts': value };

test('knip: what is used passes', (t) => {
  const { status, output } = findDead(alive);
  t.is(status, 0, output);
});

test('knip finds a dead export and a dead file', (t) => {
  const { status, output } = findDead({
    ...alive,
    'services/cases/open.ts': `${value}export const dead = 2;\n`,
    'services/cases/forgotten.ts': value,
  });
  t.is(status, 1);
  t.regex(output, /\bdead\b.*services\/cases\/open\.ts/);
  t.true(output.includes('services/cases/forgotten.ts'), output);
});
