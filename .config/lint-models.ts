// Checks everything below processes/ without an engine: each file by itself, what refers to what, and that the services answer what models ask for.
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readFolder } from '../services/engine/releases/read-bundle.ts';
import { checkCatalogue } from '../services/legal/catalogue.ts';
import { findUnknownNorms } from '../services/legal/norms.ts';
import { checkFiles, type LocatedFinding } from '../services/models/check/check-files.ts';
import { checkOfficeFile } from '../services/office/index.ts';

const error = (path: string, rule: string, message: string): LocatedFinding => ({ severity: 'error', path, elementId: '', rule, message });

/** Letters, articles and the numbers of the law name norms, too. */
const lintTexts = async (folder: string): Promise<LocatedFinding[]> => {
  const files = await Array.fromAsync(glob(['letters/*.md', 'wissen/*.md', 'rechtswerte.json'], { cwd: folder }));
  const found = files.toSorted().map(async (file) => {
    const text = await readFile(join(folder, file), 'utf8');
    const wrong = file.endsWith('.json') ? checkCatalogue(JSON.parse(text)) : [];
    return [
      ...wrong.map((message) => error(file, 'legal-values', message)),
      ...findUnknownNorms(text).map((message) => error(file, 'norm-known', message)),
    ];
  });
  return (await Promise.all(found)).flat();
};

/** The office's own lists (Anliegen, authorities and all else that has a code). */
const lintLists = async (folder: string): Promise<LocatedFinding[]> => {
  const files = await Array.fromAsync(glob('amt/*.json', { cwd: folder }));
  const found = files.map(async (file) => checkOfficeFile(basename(file, '.json'), await readFile(join(folder, file), 'utf8')));
  return (await Promise.all(found)).flatMap((messages, index) =>
    messages.map((message) => error(files[index] ?? '', 'office-list', message)),
  );
};

/** All findings about a folder of models. */
export const lintFolder = async (folder: string): Promise<LocatedFinding[]> => {
  const { files, findings } = await readFolder(folder);
  const paths = files.map(({ path }) => path);
  const unread = findings.map((message) => error('', 'bundle', message));
  return [...unread, ...(await checkFiles(files, paths)), ...(await lintTexts(folder)), ...(await lintLists(folder))];
};

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const findings = await lintFolder(join(root, 'processes'));
  for (const { severity, path, elementId, rule, message } of findings) {
    process.stdout.write(`${severity === 'error' ? '✘' : '!'} ${[path, elementId].filter(Boolean).join(' ')}: ${message} [${rule}]\n`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  process.stdout.write(`models: ${errors} errors, ${findings.length - errors} warnings\n`);
  process.exitCode = errors > 0 ? 1 : 0;
}
