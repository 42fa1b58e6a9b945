// Builds web/dist, if what it is made from has changed, and says how much each view has to load.
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'web/dist');
const stampFile = join(dist, 'stamp');

/** The bundle is made from these; services/forms and services/typed are the parts of the services that run in the browser, processes/amt the office's words. Pages about rules are shown as they are. */
const sources = [
  'web/index.html',
  'web/portal.css',
  'web/portal/**',
  'web/vite.config.ts',
  'web/src/**',
  'services/forms/**',
  'services/typed/**',
  'processes/amt/**',
  'services/models/check/rules/pages/**',
  'package-lock.json',
];

const stampOf = (): string => {
  const hash = createHash('sha256');
  for (const path of globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
};

const readStamp = (): string | undefined => {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return undefined;
  }
};

type Chunk = { file: string; name?: string; isEntry?: boolean; isDynamicEntry?: boolean; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

/** All a view needs before it shows: the entry, its own file, and what both import at once. */
const filesOf = (manifest: Manifest, keys: readonly string[]): Set<string> => {
  const seen = new Set<string>();
  const walk = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const each of chunk.css ?? []) seen.add(each);
    for (const each of chunk.imports ?? []) walk(each);
  };
  for (const key of keys) walk(key);
  return seen;
};

const kilobytes = (folder: string, files: Iterable<string>): string => {
  let sum = 0;
  for (const file of files) sum += gzipSync(readFileSync(join(folder, file))).length;
  return (sum / 1000).toFixed(1).padStart(6);
};

/** In KB after gzip. Views are the files named …-page; what a view fetches later, when it needs it, stands in lines of its own. */
const printSizes = (folder: string): void => {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const entry = Object.keys(manifest).find((key) => key.endsWith('index.html')) ?? '';
  const lazy = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry);
  const views = lazy.filter((key) => key.endsWith('-page.tsx'));
  const line = (name: string, files: Set<string>): void => {
    const all = [...files];
    const script = kilobytes(
      folder,
      all.filter((file) => file.endsWith('.js')),
    );
    const style = kilobytes(
      folder,
      all.filter((file) => file.endsWith('.css')),
    );
    process.stdout.write(`  ${name.padEnd(34)} JS ${script} KB   CSS ${style} KB\n`);
  };
  for (const view of views) line(view.replace(/^.*src\//, ''), filesOf(manifest, [entry, view]));
  const later = lazy.filter((key) => !views.includes(key) && !key.endsWith('?raw'));
  if (later.length > 0) process.stdout.write('  fetched when needed:\n');
  const shell = filesOf(manifest, [entry]);
  for (const part of later) line(part.replace(/^.*(?:src|node_modules)\//, ''), filesOf(manifest, [part]).difference(shell));
};

const build = async (stamp: string): Promise<void> => {
  const started = performance.now();
  process.stdout.write('Building the web application …\n');
  // Beside, then moved: a server that runs meanwhile, or a second build, never sees half of it.
  const made = join(root, `node_modules/.lotse-web-${process.pid}`);
  try {
    const vite = await import('vite');
    await vite.build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn', build: { outDir: made } });
    printSizes(made);
    writeFileSync(join(made, 'stamp'), stamp);
    mkdirSync(join(root, 'web'), { recursive: true });
    rmSync(dist, { recursive: true, force: true });
    renameSync(made, dist);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  process.stdout.write(`Web application built (${((performance.now() - started) / 1000).toFixed(1)} s; sizes after gzip).\n`);
};

const stamp = stampOf();
if (readStamp() !== stamp) await build(stamp);
