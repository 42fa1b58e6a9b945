import { rowsOf } from '../office/index.ts';
import { type Piece, type Template, toPieces } from './parse-template.ts';
import { readTemplates } from './templates.ts';

/** `values` are the placeholders a sender has to fill: what every letter knows (sendLetter) is not among them. */
export type PlainLetter = { texts: string[]; lists: string[] };

const knownToAll: ReadonlySet<string> = new Set(['name', 'aktenzeichen', 'datum']);
const decisions: ReadonlySet<string> = new Set(rowsOf('bescheide').flatMap(({ schreiben }) => schreiben ?? []));

/** An exact block that speaks of what can be done against it makes a period run, so it needs what a decision needs. */
export const namesRemedy = ({ blocks }: Template): boolean =>
  blocks.some((block) => block.kind === 'exakt' && /Rechtsbehelf|Klage|Widerspruch/.test(block.source));

const namesIn = (pieces: readonly Piece[]): string[] => pieces.flatMap((piece) => ('value' in piece ? piece.value : []));

/** What a letter names beyond what every letter knows. */
export const valuesOf = ({ subject, blocks }: Template): PlainLetter => {
  const texts = [...namesIn(toPieces(subject)), ...blocks.flatMap((block) => (block.kind === 'liste' ? [] : namesIn(block.pieces)))];
  const lists = blocks.flatMap((block) => (block.kind === 'liste' ? block.name : []));
  return { texts: [...new Set(texts)].filter((name) => !knownToAll.has(name)), lists: [...new Set(lists)] };
};

/** Why no step may send this letter by itself; undefined where one may. */
export const whyNotPlain = (template: Template): string | undefined => {
  if (decisions.has(template.type)) return 'ist ein Bescheid; den schreibt und verschickt nur der Baustein „bescheid“';
  return namesRemedy(template) ? 'belehrt über einen Rechtsbehelf; den schickt nur, wer die Entscheidung kennt' : undefined;
};

/** Letters any step may send, with what they must be given. */
export const plainLetters = (): ReadonlyMap<string, PlainLetter> =>
  new Map([...readTemplates()].flatMap(([type, template]) => (whyNotPlain(template) ? [] : [[type, valuesOf(template)] as const])));
