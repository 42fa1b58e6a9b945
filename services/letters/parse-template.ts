import assert from 'node:assert/strict';
import { readFrontMatter } from '../typed/front-matter.ts';

/** A piece of a line: fixed words, or the name of a value that is put in as text. */
export type Piece = { text: string } | { value: string };

export type TemplateBlock =
  | { kind: 'ueberschrift' | 'absatz' | 'exakt'; pieces: Piece[]; source: string }
  | { kind: 'liste'; name: string };

/**
 * A letter as written in processes/letters. `channel` `portal` means: the portal mailbox if the applicant has one, else paper;
 * `post` means always on paper (a copy lies in the mailbox all the same), because the date of notification hangs on it.
 */
export type Template = {
  type: string;
  /** What the office calls it; without one it goes by its subject. */
  name: string | undefined;
  subject: string;
  norm: string;
  rechtsstand: string;
  channel: 'portal' | 'post';
  blocks: TemplateBlock[];
};

const placeholder = /\{\{([a-zA-Z]+)\}\}/g;
const listLine = /^\{\{liste:([a-zA-Z]+)\}\}$/;

/** Cuts once along the template's own placeholders. Values are joined in between later and never looked at for placeholders. */
export const toPieces = (text: string): Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const hit of text.matchAll(placeholder)) {
    if (hit.index > from) pieces.push({ text: text.slice(from, hit.index) });
    pieces.push({ value: hit[1] as string });
    from = hit.index + hit[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
};

const readBlocks = (body: string, name: string): TemplateBlock[] => {
  const blocks: TemplateBlock[] = [];
  let paragraph: string[] = [];
  let exact: string[] | undefined;
  const endParagraph = () => {
    if (paragraph.length === 0) return;
    const source = paragraph.join(' ');
    blocks.push({ kind: 'absatz', pieces: toPieces(source), source });
    paragraph = [];
  };
  for (const raw of body.split('\n')) {
    const line = raw.trim();
    const list = listLine.exec(line);
    if (exact && line !== ':::') exact.push(line);
    else if (exact) {
      const source = exact.join('\n').trim();
      blocks.push({ kind: 'exakt', pieces: toPieces(source), source });
      exact = undefined;
    } else if (line === ':::exakt' || line === '' || list || line.startsWith('# ')) {
      endParagraph();
      if (line === ':::exakt') exact = [];
      if (list) blocks.push({ kind: 'liste', name: list[1] as string });
      if (line.startsWith('# ')) blocks.push({ kind: 'ueberschrift', pieces: toPieces(line.slice(2)), source: line.slice(2) });
    } else paragraph.push(line);
  }
  assert(!exact, `${name}: Ein Abschnitt „:::exakt“ endet nicht mit „:::“.`);
  endParagraph();
  return blocks;
};

/** Throws with the file's name and a sentence when a letter is not written as it must be. */
export const parseTemplate = (source: string, name: string): Template => {
  const head = readFrontMatter(source);
  assert(head, `${name}: Das Schreiben beginnt mit einem Kopf zwischen zwei Zeilen „---“.`);
  const { fields, text, strange } = head;
  assert(strange.length === 0, `${name}: „${strange[0]}“ im Kopf ist nicht „Name: Wert“.`);
  const field = (key: string): string => {
    const value = fields[key];
    assert(value, `${name}: Im Kopf fehlt „${key}“.`);
    return value;
  };
  const channel = field('kanal');
  assert(channel === 'portal' || channel === 'post', `${name}: kanal ist „portal“ oder „post“, nicht „${channel}“.`);
  const blocks = readBlocks(text, name);
  assert(blocks.length > 0, `${name}: Das Schreiben hat keinen Text.`);
  return {
    type: field('type'),
    name: fields.name,
    subject: field('betreff'),
    norm: field('norm'),
    rechtsstand: field('rechtsstand'),
    channel,
    blocks,
  };
};
