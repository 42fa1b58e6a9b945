import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const packages = join(root, 'node_modules');

type Check = { name: string; args: string[] };

/** Folders that hold code. The architecture is read from all of them, so that an arrow into tests shows too. */
const sources = ['services', 'db', 'web', 'processes', 'tests', '.config'];

/** `--fix` lets Biome put right what it can (format, imports, safe fixes) and makes the made files anew. */
const listChecks = (fix: boolean): Check[] => [
  // Files made from others; that they are up to date is a test of the house.
  ...(fix
    ? ['complete-lock.ts', 'keycloak-realm.ts', 'services-list.ts', 'settings-table.ts', 'third-party.ts'].map((name) => ({
        name,
        args: [join(root, '.config', name)],
      }))
    : []),
  {
    name: 'Biome (format, lint)',
    args: [
      join(packages, '@biomejs/biome/bin/biome'),
      ...(fix ? ['check', '--write'] : ['ci']),
      '--config-path=.config/biome-settings.json',
      '--error-on-warnings',
      '--max-diagnostics=100',
      '.',
    ],
  },
  { name: 'TypeScript', args: [join(packages, 'typescript/bin/tsc'), '--project', '.'] },
  { name: 'TypeScript (web)', args: [join(packages, 'typescript/bin/tsc'), '--project', 'web'] },
  {
    name: 'dependency-cruiser (who imports whom)',
    args: [
      join(packages, 'dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.config/dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      ...sources,
    ],
  },
  {
    name: 'knip (dead code)',
    args: [join(packages, 'knip/bin/knip.js'), '--config', '.config/knip.json', '--no-progress', '--no-config-hints'],
  },
  { name: 'models (bpmnlint, decisions, forms)', args: [join(root, '.config/lint-models.ts')] },
];

const run = ({ args }: Check): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

/** One after the other, all of them: whoever breaks two rules wants to read of both. */
const check = async (): Promise<string[]> => {
  const failed: string[] = [];
  for (const each of listChecks(process.argv.includes('--fix'))) {
    const started = performance.now();
    const passed = await run(each);
    process.stdout.write(`${passed ? '✔' : '✘'} ${each.name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
    if (!passed) failed.push(each.name);
  }
  return failed;
};

type Cruiser = { default: { forbidden: { name: string }[] } };

/** Every rule of our own, and where its planted violation stands: what no violation was planted for may look at nothing. */
const printRules = async (): Promise<void> => {
  const cruiser = (await import(join(root, '.config/dependency-cruiser.mjs'))) as Cruiser;
  const { rules } = await import('../services/models/check/rules/index.ts');
  const { promiseNames } = await import('../services/models/check/promises/names.ts');
  const lists: [kind: string, planted: string, names: string[]][] = [
    ['who imports whom', 'tests/unit/house/planted-violations.test.ts', cruiser.default.forbidden.map(({ name }) => name)],
    ['models', 'services/models/check/rules/pages', rules.map(({ name }) => name)],
    ['models and code', 'tests/unit/models/promises.test.ts', [...promiseNames]],
    ['house', 'the same file', readdirSync(join(root, 'tests/unit/house')).map((file) => file.replace('.test.ts', ''))],
  ];
  for (const [kind, planted, names] of lists)
    process.stdout.write(`  ${kind} (${names.length}, planted in ${planted}): ${names.join(', ')}\n`);
};

const failed = await check();
await printRules();
if (failed.length > 0) {
  process.stderr.write(`Not passed: ${failed.join(', ')}.\n`);
  process.exitCode = 1;
}
