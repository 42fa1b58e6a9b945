import { parseSync } from '@swc/core';

type Node = { type: string; span: { start: number } } & Record<string, unknown>;
export type Said = { line: number; text: string };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Attributes whose text is read, by eyes or aloud. */
const readOut = new Set(['aria-label', 'aria-description', 'alt', 'label', 'placeholder', 'title', 'hint']);
/** Attributes for machines: whatever they hold is no word to anybody. */
const silent = new Set(['class', 'id', 'for', 'href', 'd', 'rel', 'style', 'key', 'lang', 'name', 'type', 'role']);

const isWord = (text: string): boolean => /\p{L}{2}/u.test(text);
/** A text nobody would write for a machine: with an umlaut, or of several words with a capital or a full stop. */
const isSentence = (text: string): boolean =>
  /[ÄÖÜäöüß]/.test(text) || /^[A-Z§]\S* .*\p{L}{2}/u.test(text) || (/ /.test(text) && /\p{Ll}{2}[.!?]$/u.test(text));

const attributeOf = (node: Node): string => (isNode(node.name) ? String(node.name.value ?? '') : '');

const imports = /^(?:Import|ExportAll|ExportNamed)Declaration$/;
const isSilent = (node: Node): boolean =>
  (imports.test(node.type) && Boolean(node.source)) || (node.type === 'JSXAttribute' && silent.has(attributeOf(node)));

/** What this node itself says; an attribute says its text for it. */
const saidBy = (node: Node): string | undefined => {
  if (node.type === 'JSXText') return isWord(String(node.value)) ? String(node.value) : undefined;
  if (node.type === 'StringLiteral' && isSentence(String(node.value))) return String(node.value);
  if (node.type === 'TemplateElement' && isSentence(String(node.raw))) return String(node.raw);
  if (node.type !== 'JSXAttribute' || !readOut.has(attributeOf(node)) || !isNode(node.value)) return undefined;
  const text = node.value.type === 'StringLiteral' ? String(node.value.value) : '';
  // A sentence is found once, in the text itself.
  return isWord(text) && !isSentence(text) ? text : undefined;
};

const speakers = (value: unknown): { node: Node; text: string }[] => {
  if (Array.isArray(value)) return value.flatMap(speakers);
  if (typeof value !== 'object' || value === null) return [];
  if (isNode(value) && isSilent(value)) return [];
  const text = isNode(value) ? saidBy(value) : undefined;
  const own = isNode(value) && text !== undefined ? [{ node: value, text }] : [];
  return [...own, ...Object.values(value).flatMap(speakers)];
};

/** What a file says to people in a text of its own: between tags, in attributes that are read, in sentences. `line` counts from 1. */
export const saidIn = (source: string, jsx: boolean): Said[] => {
  // The parser counts bytes, and where a file begins depends on what it read before: a first statement of ours marks the place.
  const marked = Buffer.from(`;${source}`);
  const { body } = parseSync(marked.toString(), { syntax: 'typescript', tsx: jsx });
  const begin = body[0]?.span.start ?? 0;
  return speakers(body).map(({ node, text }) => ({
    line: marked
      .subarray(0, node.span.start - begin)
      .toString()
      .split('\n').length,
    text: text.trim(),
  }));
};
