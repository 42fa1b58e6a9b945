import type { ComponentChildren } from 'preact';
import type { Values } from '../../../services/forms/read-form.ts';
import { isDay } from '../../../services/typed/calendar-day.ts';
import { partialDayWords } from '../../../services/typed/partial-day.ts';
import { showDay } from '../../../services/typed/read-day.ts';

const inWords = (value: unknown): string => {
  if (value === undefined || value === null) return '–';
  const text = String(value);
  const partial = partialDayWords(text);
  if (partial) return partial;
  return isDay(text.slice(0, 10)) && (text.length === 10 || text[10] === 'T') ? showDay(text.slice(0, 10)) : text;
};

const filled = (text: string, known: Values): string =>
  text.replace(/\{\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}\}/gu, (_, name: string) => inWords(known[name]));

/** `**bold**` and `*italic*`. Everything becomes text nodes, so nothing in a form can become markup. */
const inline = (text: string): ComponentChildren[] =>
  text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).map((part) => {
    if (/^\*\*.+\*\*$/.test(part)) return <strong>{part.slice(2, -2)}</strong>;
    if (/^\*.+\*$/.test(part)) return <em>{part.slice(1, -1)}</em>;
    return part;
  });

const block = (lines: string[]): ComponentChildren => {
  const [first = ''] = lines;
  if (/^#{1,6}\s/.test(first)) return <p class="form-text__head">{inline(first.replace(/^#+\s*/, ''))}</p>;
  if (lines.every((line) => /^[-*]\s/.test(line)))
    return (
      <ul>
        {lines.map((line) => (
          <li>{inline(line.slice(2))}</li>
        ))}
      </ul>
    );
  return <p>{inline(lines.join(' '))}</p>;
};

/** A text of the form: paragraphs, lists, headings, bold and italic, with what is known in place of `{{name}}`. Values are put in last and stay plain. */
export const RichText = ({ text, known }: { text: string; known: Values }) => (
  <div class="form-text" lang="de">
    {filled(text, known)
      .split(/\n\s*\n/)
      .map((part) => block(part.split('\n').map((line) => line.trim())))}
  </div>
);
