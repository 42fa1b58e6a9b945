import { isMark, readTokens, type Token } from './feel-tokens.ts';

/** Words of FEEL itself and of the names of its functions, which may consist of several. */
export const feelWords: ReadonlySet<string> = new Set(
  (
    'null true false and or not in if then else every some satisfies for return between instance of function external item partial ' +
    'date time duration number string boolean context list years months days today now matches contains lower upper case'
  ).split(' '),
);

/** Names that something in the expression itself gives a meaning: loop variables, keys and parameters. */
export const definedIn = (tokens: readonly Token[]): Set<string> =>
  new Set(
    tokens
      .filter(({ kind }, index) => {
        const [before, after] = [tokens[index - 1], tokens[index + 1]];
        if (isMark(after, ':')) return kind !== 'mark';
        if (kind !== 'name') return false;
        return after?.text === 'in' && (isMark(before, ',') || ['for', 'some', 'every'].includes(before?.text ?? ''));
      })
      .map(({ kind, text }) => (kind === 'text' ? text.slice(1, -1) : text)),
  );

export const isFunctionName = (tokens: readonly Token[], index: number): boolean => {
  let next = index + 1;
  while (tokens[next]?.kind === 'name' && !feelWords.has(tokens[next]?.text ?? '')) next += 1;
  return isMark(tokens[next], '(');
};

/** Names an expression reads from outside: the first part of each path. What a filter or a context takes from its own list is not told apart. */
export const readsOf = (expression: string): string[] => {
  const tokens = readTokens(expression);
  const own = definedIn(tokens);
  const filters = tokens.some(
    (token, index) => isMark(token, '[') && (tokens[index - 1]?.kind === 'name' || isMark(tokens[index - 1], ')', ']')),
  );
  if (filters || tokens.some(({ text }) => text === 'function')) return [];
  const found = tokens.filter(
    ({ kind, text }, index) =>
      kind === 'name' && !feelWords.has(text) && !own.has(text) && !isMark(tokens[index - 1], '.') && !isFunctionName(tokens, index),
  );
  return [...new Set(found.map(({ text }) => text))];
};
