import { previewBundle, tablePathOf, vectorsPathOf } from '../../engine/releases/index.ts';
import { Invalid } from '../../platform/errors.ts';
import { readXml, walk } from '../../reading/index.ts';
import { kindOfPath } from '../diff/diff-files.ts';
import { findMisplaced, findUnanswered } from './answered.ts';
import { checkModel } from './check-model.ts';
import { findRowsWithoutExample } from './example-per-row.ts';
import type { Finding } from './finding.ts';
import { type Contract, findBroken, ownContract } from './promises/index.ts';
import { readExamples } from './read-examples.ts';

export type ModelText = { path: string; content: string };
export type LocatedFinding = Finding & { path: string };

/** „ordner/datei.bpmn: userTask_X verweist auf …“ → where, and what. */
const locate = (finding: string, paths: ReadonlySet<string>): LocatedFinding => {
  const at = finding.indexOf(': ');
  const path = at > 0 && paths.has(finding.slice(0, at)) ? finding.slice(0, at) : '';
  const message = path ? finding.slice(at + 2) : finding;
  const elementId = /^(\S+) (?:verweist|ruft|nennt|berechnet) /.exec(message)?.[1] ?? '';
  const sentence = elementId || /^[A-ZÄÖÜ]/.test(message) ? message : `Die Datei ${message}`;
  return { path, severity: 'error', elementId, rule: 'bundle', message: /[.)]$/.test(sentence) ? sentence : `${sentence}.` };
};

/** What the examples of a table give it. */
const inputsOf = (vectors: string | undefined): string[] => readExamples(vectors).flatMap(({ input }) => Object.keys(Object(input)));

const checkFile = async (file: ModelText, texts: ReadonlyMap<string, string>, contract: Contract): Promise<Finding[]> => {
  const { path, content } = file;
  const kind = kindOfPath(path);
  if (!kind) return [];
  const findings = await checkModel(kind, content, kind === 'dmn' ? inputsOf(texts.get(vectorsPathOf(path))) : []);
  if (kind === 'bpmn') {
    const elements = [...walk(readXml(content))];
    findings.push(...findUnanswered(elements, contract), ...findMisplaced(path, elements));
  }
  if (kind === 'dmn') findings.push(...findRowsWithoutExample(content, texts.get(vectorsPathOf(path))));
  return findings;
};

/**
 * What stands against the release of a whole set of files: each changed file by itself, what refers to what in the set, and what each needs of the others
 * (promises/). Examples count as part of their table.
 */
export const checkFiles = async (files: readonly ModelText[], changed: readonly string[]): Promise<LocatedFinding[]> => {
  const texts = new Map(files.map(({ path, content }) => [path, content]));
  const paths = new Set(texts.keys());
  const contract = await ownContract();
  const wanted = new Set(changed.map((path) => tablePathOf(path)));
  const found = previewBundle(files).findings.map((finding) => locate(finding, paths));
  for (const file of files.filter(({ path }) => wanted.has(path))) {
    try {
      found.push(...(await checkFile(file, texts, contract)).map((finding) => ({ ...finding, path: file.path })));
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      // The bundle has said so already where it reads the file, too.
      if (!found.some(({ path, rule }) => path === file.path && rule === 'bundle'))
        found.push({ path: file.path, severity: 'error', elementId: '', rule: 'file', message: error.message });
    }
  }
  return [...found, ...findBroken(files, contract)];
};
