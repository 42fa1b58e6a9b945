import type { Kind } from '../engine/releases/index.ts';
import { readXml, walk } from '../reading/index.ts';

export type FileKind = Kind | 'vectors';
export type Described = { kind: FileKind; plainId: string; name: string; decisions: string[] };

/** `decisions/routing.vectors.json` are the examples of `decisions/routing.dmn`. */
export const kindOf = (path: string): FileKind => {
  if (path.endsWith('.vectors.json')) return 'vectors';
  return path.slice(path.lastIndexOf('.') + 1) as Kind;
};

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:bpmn|dmn|form|vectors\.json)$/, '');

const readModel = (path: string, content: string): Omit<Described, 'kind'> => {
  const kind = kindOf(path);
  const fallback = { plainId: baseName(path), name: baseName(path), decisions: [] };
  if (kind === 'vectors') return { ...fallback, name: `Beispiele zu ${baseName(path)}` };
  if (kind === 'form') {
    const { id, title } = JSON.parse(content) as { id?: unknown; title?: unknown };
    const plainId = typeof id === 'string' && id ? id : fallback.plainId;
    return { plainId, name: typeof title === 'string' && title ? title : plainId, decisions: [] };
  }
  const root = readXml(content);
  const found = [...walk(root)].filter((each) => each.name === (kind === 'bpmn' ? 'process' : 'decision') && each.attributes.id);
  if (kind === 'bpmn') {
    const [process] = found;
    const plainId = process?.attributes.id || fallback.plainId;
    return { plainId, name: process?.attributes.name || plainId, decisions: [] };
  }
  const decisions = found.map((each) => each.attributes.id ?? '');
  const required = new Set(
    [...walk(root)].filter((each) => each.name === 'requiredDecision').map((each) => each.attributes.href?.slice(1)),
  );
  const last = found.find((each) => !required.has(each.attributes.id)) ?? found[0];
  return { plainId: last?.attributes.id || fallback.plainId, name: last?.attributes.name || fallback.name, decisions };
};

const MOST_KEPT = 1_000;
const kept = new Map<string, Described>();

/** What a file is called; one that cannot be read is called as its file. Texts are read once. */
export const describeFile = (path: string, content: string): Described => {
  const key = `${path}\0${content}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  let read: Omit<Described, 'kind'>;
  try {
    read = readModel(path, content);
  } catch {
    read = { plainId: baseName(path), name: baseName(path), decisions: [] };
  }
  const described = { kind: kindOf(path), ...read };
  kept.set(key, described);
  return described;
};
