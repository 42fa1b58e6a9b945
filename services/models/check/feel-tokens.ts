export type Token = { kind: 'text' | 'number' | 'name' | 'mark'; text: string; at: number };

/** Blanks and comments, then texts, numbers, names (in backticks, too) and marks, as the engine's grammar takes them apart. */
const pattern =
  /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)+|("(?:[^"\\]|\\[\s\S])*"?)|(\d+(?:\.\d+)?|\.\d+)|(`[^`]*`?|[\p{L}_$][\p{L}\p{M}\p{N}_$]*)|(\.\.|\*\*|!=|<=|>=|[\s\S])/gu;

/** The words of a FEEL expression in their order. Never fails: what is no FEEL is a row of marks. Names come without backticks. */
export const readTokens = (expression: string): Token[] => {
  const tokens: Token[] = [];
  for (const { 1: text, 2: number, 3: name, 4: mark, index: at } of expression.matchAll(pattern)) {
    if (text !== undefined) tokens.push({ kind: 'text', text, at });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name.replaceAll('`', '').trim(), at });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark, at });
  }
  return tokens;
};

const closing: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

export const isMark = (token: Token | undefined, ...texts: string[]): boolean => token?.kind === 'mark' && texts.includes(token.text);

/** For each token the index of the bracket it stands in, −1 outside of all. A bracket stands in the one around it. */
export const bracketsOf = (tokens: readonly Token[]): number[] => {
  const open: number[] = [];
  return tokens.map((token, index) => {
    if (token.kind === 'mark' && token.text === closing[tokens[open.at(-1) ?? -1]?.text ?? '']) open.pop();
    const inside = open.at(-1) ?? -1;
    if (token.kind === 'mark' && token.text in closing) open.push(index);
    return inside;
  });
};

/** What a bracket holds, taken apart at its commas. `from` is the index of the opening bracket. */
export const partsIn = (tokens: readonly Token[], brackets: readonly number[], from: number): Token[][] => {
  const parts: Token[][] = [[]];
  for (let index = from + 1; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (brackets[index] === brackets[from] && isMark(token, closing[tokens[from]?.text ?? ''] ?? '')) break;
    if (brackets[index] === from && isMark(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
};
