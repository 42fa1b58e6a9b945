import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../services/embedded/cache-folder.ts';

/** Schemathesis (MIT) and all it needs, by exact versions. A Python program: it writes requests from our own description and holds each answer against it. */
const requirements = new URL('../hostile/requirements.txt', import.meta.url).pathname;

/** The first Python that is new enough; undefined where there is none. */
export const findPython = (): string | undefined =>
  ['python3', 'python'].find((name) => {
    try {
      execFileSync(name, ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });

/** Installed once per user and list of versions; the mark is written last. */
const install = (python: string): string => {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `schemathesis-${hash}`);
  const mark = join(folder, 'complete');
  if (!existsSync(mark)) {
    rmSync(folder, { recursive: true, force: true });
    execFileSync(python, ['-m', 'venv', folder], { stdio: 'pipe' });
    execFileSync(join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', requirements], {
      stdio: 'pipe',
    });
    writeFileSync(mark, '');
  }
  return join(folder, 'bin', 'schemathesis');
};

export type Round = {
  python: string;
  url: string;
  token: string;
  /** `each`: as many requests at random for each endpoint. `seconds`: edge cases of every field first, then at random until the time is over; never less. */
  bound: { each: number } | { seconds: number };
  seed: number;
  /** Regular expression of paths that stay untouched. */
  except: string;
};

/** One round as one person. `ok` when no answer was a 5xx and each had a status, type and body that the description names; `report` says what was not. */
export const attack = async ({ python, url, token, bound, seed, except }: Round): Promise<{ ok: boolean; report: string }> => {
  // It keeps notes where it runs.
  const folder = mkdtempSync(join(tmpdir(), 'lotse-schemathesis-'));
  const child = spawn(
    install(python),
    [
      'run',
      `${url}/openapi.json`,
      '--no-color',
      '--header',
      `Authorization: Bearer ${token}`,
      '--exclude-path-regex',
      except,
      '--checks',
      'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,unsupported_method',
      '--phases',
      ...('each' in bound
        ? ['fuzzing', '--max-examples', String(bound.each)]
        : ['examples,coverage,fuzzing', '--max-time', String(bound.seconds)]),
      '--seed',
      String(seed),
      '--generation-database',
      'none',
      '--request-timeout',
      '30',
      '--continue-on-failure',
      '--no-shrink',
      '--suppress-health-check',
      'all',
      '--warnings',
      'off',
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_PROXY: '*' } },
  );
  let report = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      report += chunk;
    });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
  // What comes before is its progress, drawn over and over.
  const found = report.search(/={10,} (?:ERRORS|FAILURES|SUMMARY) ={10,}/);
  return { ok: code === 0, report: found < 0 ? report : report.slice(found) };
};
