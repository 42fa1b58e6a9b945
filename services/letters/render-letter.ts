import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { formatDate } from './format-date.ts';
import { type Piece, type Template, toPieces } from './parse-template.ts';

export type LetterBlock = { kind: 'ueberschrift' | 'absatz' | 'exakt'; text: string } | { kind: 'liste'; items: string[] };
export type LetterData = Record<string, string | string[]>;

/** `exactHash` covers the exact blocks as the reader gets them: what was signed can be told from what is sent. */
export type Letter = { subject: string; blocks: LetterBlock[]; exactHash: string };

/** Stands on every letter of the demo, first of its blocks. */
export const demoMark = 'MUSTER – ohne Rechtswirkung';

// PostgreSQL refuses NUL, and signs that turn the direction of writing could make a sentence read differently from what it says.
const unwanted = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const asText = (value: string): string => value.replaceAll('\r\n', '\n').replace(unwanted, (sign) => (sign === '\n' ? sign : ''));

export const hashExact = (texts: string[]): string => createHash('sha256').update(JSON.stringify(texts)).digest('hex');

/**
 * Puts the values into the template. A value is text and stays text: "{{name}}" in somebody's surname is printed as it is.
 * A value the template asks for and the caller does not give is a programming mistake.
 */
export const renderLetter = (template: Template, data: LetterData, options: { demo: boolean }): Letter => {
  const fill = (pieces: Piece[]): string =>
    pieces
      .map((piece) => {
        if ('text' in piece) return piece.text;
        const value = data[piece.value];
        assert(typeof value === 'string' && value !== '', `The letter ${template.type} needs a text for "${piece.value}".`);
        return asText(value);
      })
      .join('');
  const blocks = template.blocks.map((block): LetterBlock => {
    if (block.kind !== 'liste') return { kind: block.kind, text: fill(block.pieces) };
    const items = data[block.name];
    assert(Array.isArray(items) && items.length > 0, `The letter ${template.type} needs a list "${block.name}" with something in it.`);
    return { kind: 'liste', items: items.map(asText) };
  });
  const exactHash = hashExact(blocks.flatMap((block) => (block.kind === 'exakt' ? [block.text] : [])));
  const law = `Rechtsgrundlage: ${template.norm}. Stand des Rechts: ${formatDate(template.rechtsstand)}.`;
  return {
    subject: fill(toPieces(template.subject)),
    blocks: [...(options.demo ? [{ kind: 'exakt' as const, text: demoMark }] : []), ...blocks, { kind: 'exakt', text: law }],
    exactHash,
  };
};
