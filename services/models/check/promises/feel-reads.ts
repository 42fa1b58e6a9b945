import { bracketsOf, isMark, readTokens, type Token } from '../feel-tokens.ts';
import { definedIn, feelWords, isFunctionName } from '../known-names.ts';
import { anything, type Env, merge, nothing, oneOf, type Value } from './values.ts';

/** `baPruefung.beteiligung` → name and path. */
export type Read = { name: string; path: string[] };
/** A variable and a code it is compared with. */
export type Comparison = Read & { code: string };
export type Said = { reads: Read[]; comparisons: Comparison[]; askedForNull: ReadonlySet<string> };

export const isExpression = (text: string): boolean => text.trimStart().startsWith('=');
export const bare = (text: string): string => text.trim().replace(/^=\s*/, '');

const pathAt = (tokens: readonly Token[], index: number): { path: string[]; after: number } => {
  const path: string[] = [];
  let next = index + 1;
  while (isMark(tokens[next], '.') && tokens[next + 1]?.kind === 'name') {
    path.push(tokens[next + 1]?.text ?? '');
    next += 2;
  }
  return { path, after: next };
};

const isClosed = (text: string): boolean => text.length > 1 && text.endsWith('"');

/** A text or a flag; numbers and dates are no codes. */
export const isLiteral = (token: Token | undefined): token is Token =>
  token !== undefined &&
  ((token.kind === 'text' && isClosed(token.text)) || (token.kind === 'name' && ['true', 'false'].includes(token.text)));

/** `list contains(["A", "B"], name)` and `list contains(name, "A")`. */
const listed = (tokens: readonly Token[], found: readonly (Read & { at: number; after: number })[]): Comparison[] =>
  tokens.flatMap((token, index) => {
    if (token.text !== 'contains' || tokens[index - 1]?.text !== 'list' || !isMark(tokens[index + 1], '(')) return [];
    const end = tokens.findIndex((each, at) => at > index && isMark(each, ')'));
    const inside = tokens.slice(index + 2, end).filter(({ kind }) => kind === 'text');
    const read = found.find(({ at }) => at > index && at < end);
    return read ? inside.map(({ text }) => ({ name: read.name, path: read.path, code: text })) : [];
  });

const follows = (token: Token | undefined): boolean => (token?.kind === 'name' && !feelWords.has(token.text)) || isMark(token, ')', ']');

const compares = (tokens: readonly Token[]): Said => {
  const own = definedIn(tokens);
  const brackets = bracketsOf(tokens);
  // What a filter reads may be a field of each entry: `liste[art = "A"]`.
  const isFilter = (at: number): boolean =>
    at >= 0 && ((isMark(tokens[at], '[') && follows(tokens[at - 1])) || isFilter(brackets[at] ?? -1));
  const found = tokens.flatMap((token, at) => {
    const isName = token.kind === 'name' && !feelWords.has(token.text) && !own.has(token.text);
    if (!isName || isFilter(brackets[at] ?? -1) || isMark(tokens[at - 1], '.') || isFunctionName(tokens, at)) return [];
    return [{ name: token.text, at, ...pathAt(tokens, at) }];
  });
  const comparisons = found.flatMap(({ name, path, at, after }): Comparison[] => {
    const right = isMark(tokens[after], '=', '!=') ? tokens[after + 1] : undefined;
    const left = isMark(tokens[at - 1], '=', '!=') ? tokens[at - 2] : undefined;
    return [right, left].filter(isLiteral).map(({ text }) => ({ name, path, code: text }));
  });
  const asked = found.filter(
    ({ at, after }) =>
      (isMark(tokens[after], '=', '!=') && tokens[after + 1]?.text === 'null') ||
      (isMark(tokens[at - 1], '=', '!=') && tokens[at - 2]?.text === 'null'),
  );
  return {
    reads: found.map(({ name, path }) => ({ name, path })),
    comparisons: [...comparisons, ...listed(tokens, found)],
    askedForNull: new Set(asked.map(({ name, path }) => [name, ...path].join('.'))),
  };
};

const kept = new Map<string, Said>();
const MOST_KEPT = 5_000;

/** What an expression reads and compares, without its leading `=`. Loop variables and keys of its own are not read from outside. */
export const sayReads = (expression: string): Said => {
  const known = kept.get(expression);
  if (known) return known;
  const said = compares(readTokens(expression));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(expression, said);
  return said;
};

export const valueAt = (env: Env, { name, path }: Read): Value | undefined =>
  path.reduce<Value | undefined>(
    (value, field) => (value?.fields ? value.fields.get(field) : value && { ...anything, sure: value.sure }),
    env.get(name),
  );

const fromTokens = (tokens: readonly Token[], env: Env): Value => {
  const [first] = tokens;
  if (!first) return nothing;
  if (first.text === 'if') return fromChoice(tokens, env);
  if (tokens.length === 1 && isLiteral(first)) return oneOf([first.text]);
  if (tokens.length === 1 && first.text === 'null') return nothing;
  if (first.kind === 'name' && !feelWords.has(first.text)) {
    const { path, after } = pathAt(tokens, 0);
    if (after === tokens.length) return { ...(valueAt(env, { name: first.text, path }) ?? nothing), own: true, missingIn: new Set() };
  }
  return anything;
};

/** `if … then a else b`: either. The first `else` belongs to the innermost, so a choice within `then` is read as anything. */
const fromChoice = (tokens: readonly Token[], env: Env): Value => {
  const then = tokens.findIndex(({ text }) => text === 'then');
  const otherwise = tokens.findIndex(({ text }) => text === 'else');
  if (then < 0 || otherwise < then || tokens.slice(then, otherwise).some(({ text }) => text === 'if')) return anything;
  return merge(fromTokens(tokens.slice(then + 1, otherwise), env), fromTokens(tokens.slice(otherwise + 1), env));
};

/** What a mapping can give. A text without `=` is a fixed text to the engine. */
export const givenBy = (source: string, env: Env): Value =>
  isExpression(source) ? fromTokens(readTokens(bare(source)), env) : oneOf([JSON.stringify(source)]);
