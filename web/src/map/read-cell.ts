/** Words the cells of a table need. */
export type CellWords = { any: string; yes: string; no: string; not: string; or: string; to: string; nothing: string };

type Label = (code: string) => string;

const splitTop = (text: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '(' || sign === '[')) depth += 1;
    else if (!quoted && (sign === ')' || sign === ']')) depth -= 1;
    else if (!quoted && depth === 0 && sign === ',') {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim());
};

const signs: Record<string, string> = { '<=': '≤', '>=': '≥', '<': '<', '>': '>' };

const readOne = (part: string, words: CellWords, label: Label): string => {
  const text = /^"([^"]*)"$/.exec(part)?.[1];
  if (text !== undefined) return text === '' ? words.nothing : label(text);
  if (part === 'true') return words.yes;
  if (part === 'false') return words.no;
  if (part === 'null') return words.nothing;
  const compared = /^(<=|>=|<|>)\s*(.+)$/.exec(part);
  if (compared) return `${signs[compared[1] ?? '']} ${readOne(compared[2] ?? '', words, label)}`;
  const range = /^[[\]()]\s*(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)\s*[[\]()]$/.exec(part);
  if (range) return `${range[1]} ${words.to} ${range[2]}`;
  const negated = /^not\s*\((.*)\)$/.exec(part);
  if (negated) return `${words.not} ${readParts(negated[1] ?? '', words, label)}`;
  return label(part);
};

const readParts = (text: string, words: CellWords, label: Label): string =>
  splitTop(text)
    .map((part) => readOne(part, words, label))
    .join(` ${words.or} `);

/** A FEEL cell in words: `not("A","B")` → "nicht A oder B", `<= 14` → "≤ 14". Whatever is more than a comparison stays as it was written. */
export const readCell = (cell: string, words: CellWords, label: Label = (code) => code): string => {
  const text = cell.trim();
  return text === '' || text === '-' ? words.any : readParts(text, words, label);
};
