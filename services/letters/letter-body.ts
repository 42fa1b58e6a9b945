import { type Html, html } from '../platform/html.ts';
import { demoMark, type LetterBlock } from './render-letter.ts';

const lawLine = /^Rechtsgrundlage: /;

/** Legal wording as it stands: its own line breaks, never shortened. Its headline, where it has one, is its first line. */
const exactBlock = (text: string, label: string | undefined): Html => {
  if (lawLine.test(text)) return html`<p class="law">${text}</p>`;
  const [first = '', ...rest] = text.split(/\n{2,}/);
  const titled = rest.length > 0 && first.length < 60;
  const paragraphs = titled ? rest : [first, ...rest];
  return html`<div class="exact">${label !== undefined && html`<p class="exact-label">${label}</p>`}${titled && html`<h3>${first}</h3>`}${paragraphs.map((each) => html`<p>${each}</p>`)}</div>`;
};

const block = (each: LetterBlock, label: string | undefined): Html | false => {
  if (each.kind === 'liste') return html`<ul>${each.items.map((item) => html`<li>${item}</li>`)}</ul>`;
  if (each.kind === 'ueberschrift') return html`<h2>${each.text}</h2>`;
  if (each.kind === 'absatz') return html`<p>${each.text}</p>`;
  return each.text !== demoMark && exactBlock(each.text, label);
};

/**
 * A letter's text as HTML, without its mark, which every view puts where it cannot be overlooked, and without a headline that says the subject again,
 * which stands above it. `label` is written on exact wording.
 */
export const letterBody = ({ subject, blocks }: { subject: string; blocks: readonly LetterBlock[] }, label?: string): Html =>
  html`${blocks.filter((each) => each.kind !== 'ueberschrift' || each.text !== subject).map((each) => block(each, label))}`;

export const isSample = (blocks: readonly LetterBlock[]): boolean => blocks.some((each) => each.kind === 'exakt' && each.text === demoMark);
