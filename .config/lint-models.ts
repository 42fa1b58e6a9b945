// Checks everything below processes/ without an engine: each file by itself, what refers to what, and that the services answer what models ask for.
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readFolder } from '../services/engine/releases/read-bundle.ts';
import { checkCatalogue } from '../services/legal/catalogue.ts';
import { findUnknownNorms } from '../services/legal/norms.ts';
import { checkFiles, type LocatedFinding } from '../services/models/check/check-files.ts';
import { readOfficeTexts } from '../services/models/check/promises/index.ts';
import { checkOfficeFile } from '../services/office/index.ts';

const error = (path: string, rule: string, message: string): LocatedFinding => ({ severity: 'error', path, elementId: '', rule, message });

/** The numbers of the law, and the norms they name. Letters and articles are looked at with the models. */
const lintNumbers = async (folder: string): Promise<LocatedFinding[]> => {
  const path = 'rechtswerte.json';
  const text = await readFile(join(folder, path), 'utf8');
  return [
    ...checkCatalogue(JSON.parse(text)).map((message) => error(path, 'legal-values', message)),
    ...findUnknownNorms(text).map((message) => error(path, 'norm-known', message)),
  ];
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
  const all = [...files, ...readOfficeTexts(folder)];
  const unread = findings.map((message) => error('', 'bundle', message));
  return [...unread, ...(await checkFiles(all, paths)), ...(await lintNumbers(folder)), ...(await lintLists(folder))];
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
