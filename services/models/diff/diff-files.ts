import { type Kind, tablePathOf } from '../../engine/releases/index.ts';
import { XmlRefused } from '../../reading/index.ts';
import { diffBpmn } from './diff-bpmn.ts';
import { diffDmn } from './diff-dmn.ts';
import { diffForm } from './diff-form.ts';
import { diffVectors } from './diff-vectors.ts';
import { type ChangeClass, type Difference, type FilePair, highestClass, type Words } from './difference.ts';
import { quoted } from './quote.ts';

export type FilesDiff = { differences: Difference[]; class: ChangeClass | null; legal: boolean };

const isVectors = (path: string): boolean => path.endsWith('.vectors.json');

export const kindOfPath = (path: string): Kind | undefined => {
  if (path.endsWith('.bpmn')) return 'bpmn';
  if (path.endsWith('.dmn') || isVectors(path)) return 'dmn';
  return path.endsWith('.form') ? 'form' : undefined;
};

const compare = ({ path, before, after }: FilePair, kind: Kind, words: Words): Difference[] => {
  if (isVectors(path)) return diffVectors(path, before, after);
  if (kind === 'bpmn') return diffBpmn(path, before, after, words);
  return kind === 'dmn' ? diffDmn(path, before, after, words) : diffForm(path, before, after, words);
};

const nouns = { bpmn: 'Das Modell', dmn: 'Die Entscheidungstabelle', form: 'Das Formular' } as const;

const aboutFile = (pair: FilePair, kind: Kind, how: Difference['how'], words: string, legal: boolean): Difference => ({
  path: pair.path,
  kind,
  how,
  elementId: '',
  place: `Datei ${quoted(pair.path)}`,
  aspect: 'file',
  before: pair.before === null ? null : pair.path,
  after: pair.after === null ? null : pair.path,
  words,
  class: isVectors(pair.path) ? 'text' : kind === 'bpmn' ? 'flow' : 'rule',
  legal,
});

/** A whole file that came or went is one difference; what stands in it says whether the law is touched. */
const diffFile = (pair: FilePair, words: Words): Difference[] => {
  const kind = kindOfPath(pair.path) ?? 'bpmn';
  const { before, after } = pair;
  if ((before ?? '').replaceAll('\r\n', '\n') === (after ?? '').replaceAll('\r\n', '\n') && (before === null) === (after === null))
    return [];
  try {
    const inside = compare(pair, kind, words);
    if (before !== null && after !== null) return inside;
    if (isVectors(pair.path)) return inside;
    const how = before === null ? 'added' : 'removed';
    const noun = nouns[kind];
    const sentence = before === null ? `${noun} ${quoted(pair.path)} ist neu.` : `${noun} ${quoted(pair.path)} entfällt.`;
    return [
      aboutFile(
        pair,
        kind,
        how,
        sentence,
        inside.some((each) => each.legal),
      ),
    ];
  } catch (error) {
    if (!(error instanceof XmlRefused || error instanceof SyntaxError)) throw error;
    const sentence = `Die Datei ${quoted(pair.path)} ist nicht zu lesen; was sich ändert, lässt sich nicht sagen.`;
    return [{ ...aboutFile(pair, kind, 'changed', sentence, true), class: 'flow' }];
  }
};

/** Examples matter as much as the table they belong to. */
const weighExamples = (differences: Difference[]): Difference[] =>
  differences.map((each) => {
    if (!isVectors(each.path) || each.class === 'layout') return each;
    const table = tablePathOf(each.path);
    const own = highestClass(differences.filter(({ path }) => path === table).map((one) => one.class));
    return own === null || own === 'layout' ? each : { ...each, class: own };
  });

/** Everything in which these files differ, in words. Complete: two texts that mean different things have at least one difference. */
export const diffFiles = (changes: readonly FilePair[], words: Words = {}): FilesDiff => {
  const differences = weighExamples(changes.flatMap((pair) => diffFile(pair, words)));
  return {
    differences,
    class: highestClass(differences.map((each) => each.class)),
    legal: differences.some((each) => each.legal),
  };
};
