import type { Values } from '../../../services/forms/read-form.ts';
import { isDay } from '../../../services/typed/calendar-day.ts';
import { partialDayWords } from '../../../services/typed/partial-day.ts';
import { showDay } from '../../../services/typed/read-day.ts';
import { Markdown } from '../ui/markdown.tsx';

const inWords = (value: unknown): string => {
  if (value === undefined || value === null) return '–';
  const text = String(value);
  const partial = partialDayWords(text);
  if (partial) return partial;
  return isDay(text.slice(0, 10)) && (text.length === 10 || text[10] === 'T') ? showDay(text.slice(0, 10)) : text;
};

const filled = (text: string, known: Values): string =>
  text.replace(/\{\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}\}/gu, (_, name: string) => inWords(known[name]));

/** A text of the form, with what is known in place of `{{name}}`. Values are put in last, stay plain and keep their lines. */
export const RichText = ({ text, known }: { text: string; known: Values }) => (
  <div class="form-text">
    <Markdown source={text} under="none" fill={(piece) => filled(piece, known)} />
  </div>
);
