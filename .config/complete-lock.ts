// npm leaves optional packages of other platforms out of the lock file when the registry it asked lacks one of them, and
// `npm ci` then refuses the file everywhere. This puts them back, with the version their owner pins. Run by `npm run check -- --fix`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Entry = {
  version?: string;
  dev?: boolean;
  license?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

export const lockFile = join(import.meta.dirname, '../package-lock.json');
export const readLock = (): Lock => JSON.parse(readFileSync(lockFile, 'utf8')) as Lock;

/** Optional packages that the lock file mentions without an entry. All of them are pinned exactly, and lie at the top. */
export const findMissing = ({ packages }: Lock): { name: string; version: string; owner: Entry }[] =>
  Object.entries(packages).flatMap(([path, owner]) =>
    Object.entries(owner.optionalDependencies ?? {})
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version, owner })),
  );

/** `@swc/core-linux-ppc64-gnu` → for which machine. */
const platformOf = (name: string): Pick<Entry, 'cpu' | 'libc' | 'os'> => {
  const [os = '', cpu = '', abi = ''] = name.replace(/^.*?\/(cli|binding|core)-/, '').split('-');
  const libc = os !== 'linux' ? undefined : abi.startsWith('musl') ? 'musl' : 'glibc';
  return { cpu: [cpu], ...(libc ? { libc: [libc] } : {}), os: [os] };
};

const complete = (lock: Lock): Lock => {
  const added = findMissing(lock).map(({ name, version, owner }) => {
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${name} is not pinned (${version}): run npm install where the registry has it`);
    const entry: Entry = { version, ...(owner.dev ? { dev: true } : {}), license: owner.license, optional: true, ...platformOf(name) };
    return [`node_modules/${name}`, entry] as const;
  });
  const packages = Object.fromEntries([...Object.entries(lock.packages), ...added].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...lock, packages };
};

if (import.meta.main) writeFileSync(lockFile, `${JSON.stringify(complete(readLock()), null, 2)}\n`);
