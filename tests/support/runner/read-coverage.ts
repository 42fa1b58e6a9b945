import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What note-coverage.ts leaves, as far as it is read here. Places are those of the file: Node only blanks the types out. */
type Range = { startOffset: number; endOffset: number; count: number };
type Script = { url: string; functions: readonly { ranges: readonly Range[] }[] };

/** What of one file some process or thread has run, one byte a character. */
type Painted = Uint8Array;

const root = `${join(import.meta.dirname, '../../..')}${sep}`;
/** What runs in Node. The web runs in a browser, which keeps no such record. */
const measuredFiles = (): string[] => globSync('{services,db}/**/*.ts', { cwd: root, exclude: ['**/*.d.ts'] }).sort();

/** Ranges come from the outside in, so the last that covers a place says whether it ran. */
export const paint = (script: Script, length: number): Painted => {
  const ran = new Uint8Array(length);
  for (const { ranges } of script.functions)
    for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return ran;
};

const isCode = (line: string): boolean => line.trim() !== '' && !/^\s*(?:\/\/|\/\*|\*|export \{\};?$)/.test(line);

/** Types alone are gone before anything runs, and nobody loads such a file. */
const hasCode = (text: string): boolean =>
  text.split('\n').some((line) => /^\S/.test(line) && isCode(line) && !/^(?:import |(?:export )?(?:type|interface) |[})\]>;])/.test(line));

/** Lines that say something to the machine, and how many of these ran. A line ran when any of it did. */
export const countLines = (text: string, ran: Painted): { lines: number; ran: number } => {
  const sum = { lines: 0, ran: 0 };
  if (!hasCode(text)) return sum;
  let at = 0;
  for (const line of text.split('\n')) {
    if (isCode(line)) {
      sum.lines += 1;
      const from = at + line.search(/\S/);
      if (ran.subarray(from, at + line.trimEnd().length).includes(1)) sum.ran += 1;
    }
    at += line.length + 1;
  }
  return sum;
};

export type FileCoverage = { file: string; lines: number; ran: number; percent: number };

/** What a process that was killed while it wrote has left is no record. */
const scriptsIn = (path: string): readonly Script[] => {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { result: Script[] }).result;
  } catch {
    return [];
  }
};

/** Coverage of each file by lines, from all that the processes and threads of a run have left in the folder. What was killed has left nothing. */
export const readCoverage = (folder: string): FileCoverage[] => {
  const texts = new Map(measuredFiles().map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const sums = new Map([...texts].map(([file, text]) => [file, new Uint8Array(text.length)]));
  for (const name of globSync('*.json', { cwd: folder })) {
    for (const script of scriptsIn(join(folder, name))) {
      if (!script.url.startsWith('file:')) continue;
      const sum = sums.get(relative(root, fileURLToPath(script.url)));
      if (!sum) continue;
      const ran = paint(script, sum.length);
      for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) | (ran[at] ?? 0);
    }
  }
  return [...texts].map(([file, text]) => {
    const { lines, ran } = countLines(text, sums.get(file) ?? new Uint8Array());
    return { file, lines, ran, percent: lines === 0 ? 100 : Math.floor((100 * ran) / lines) };
  });
};
