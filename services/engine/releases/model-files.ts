import { createHash } from 'node:crypto';

/** A file of what is released. `path` is relative to the processes folder, with slashes. */
export type ModelFile = { path: string; content: string };

export type FileChange = {
  path: string;
  /** null: removed. */
  content: string | null;
  /** Hash of the live text the change was made from; null: there was none. */
  baseHash: string | null;
};

/** A text checked out on Windows is the same text. */
export const hashText = (text: string): string => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');

export const hashOf = (content: string | null | undefined): string | null =>
  content === null || content === undefined ? null : hashText(content);

/** What else lies in the processes folder (letters, articles, legal values) is no model and stays in the repository. */
export const isModelFile = (path: string): boolean => /\.(bpmn|dmn|form|vectors\.json)$/.test(path);

/** Paths of new files. They become files again in an export, so none may lead out of its folder. */
export const isModelPath = (path: string): boolean =>
  path.length <= 200 && /^([a-z0-9][a-z0-9-]*\/)+[a-z0-9][a-z0-9-]*\.(bpmn|dmn|form|vectors\.json)$/.test(path);

export const vectorsPathOf = (tablePath: string): string => tablePath.replace(/\.dmn$/, '.vectors.json');
/** Examples are part of their table; any other path is its own. */
export const tablePathOf = (path: string): string => path.replace(/\.vectors\.json$/, '.dmn');

/** The set with the changes in it, by path. */
export const withChanges = (files: readonly ModelFile[], changes: readonly { path: string; content: string | null }[]): ModelFile[] => {
  const texts = new Map(files.map(({ path, content }) => [path, content]));
  for (const { path, content } of changes) {
    if (content === null) texts.delete(path);
    else texts.set(path, content);
  }
  return [...texts].map(([path, content]) => ({ path, content })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
};
