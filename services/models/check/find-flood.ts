import { bracketsOf, isMark, partsIn, readTokens, type Token } from './feel-tokens.ts';
import { findBacktracking } from './find-backtracking.ts';

/**
 * One FEEL expression can block a whole partition of the engine for a minute: `count(for i in 1..100000 return i)` did, and the engine tries it again
 * after every restart. So an expression that can loop, recurse, grow or backtrack is refused before anything evaluates it. What is counted here is a
 * bound that holds for every input, which is why computed bounds are refused and not guessed.
 */
const limits = {
  characters: 2048,
  /** Values one loop may run over, all its lists together. */
  values: 1000,
  /** Values times the length of what is done for each of them. */
  work: 200_000,
  depth: 12,
  /** How often the text of one entry may come back in another. */
  growth: 64,
  exponent: 64,
  digits: 30,
};

/**
 * The engine's grammar wants no blank behind a word of its own: `fori in1..9 returni` is a loop. So whatever begins like one counts as one, but a part
 * of a path.
 */
const begins = (tokens: readonly Token[], index: number, words: readonly string[]): boolean => {
  const token = tokens[index];
  return token?.kind === 'name' && !isMark(tokens[index - 1], '.') && words.some((word) => token.text.startsWith(word));
};

const heads = ['for', 'some', 'every'];
const bodies = ['return', 'satisfies'];

type Code = { tokens: readonly Token[]; brackets: readonly number[] };

/** `of` is what it runs over, one part per list; `body` the index of return or satisfies. */
type Loop = { of: Token[][]; body: number };

const loopsIn = ({ tokens, brackets }: Code): Loop[] =>
  tokens.flatMap((_, body) => {
    if (!begins(tokens, body, bodies)) return [];
    let head = body - 1;
    while (head >= 0 && !(brackets[head] === brackets[body] && begins(tokens, head, heads))) head -= 1;
    if (head < 0) return [];
    const of: Token[][] = [[]];
    for (let index = head; index < body; index += 1) {
      if (brackets[index] === brackets[body] && isMark(tokens[index], ',')) of.push([]);
      else of.at(-1)?.push(tokens[index] as Token);
    }
    return [{ of, body }];
  });

/** A word of the grammar may stick to it in front: `returnsort(…)`. */
const isCall = ({ tokens }: Code, index: number, ...names: string[]): boolean =>
  tokens[index]?.kind === 'name' && names.some((name) => tokens[index]?.text.endsWith(name)) && isMark(tokens[index + 1], '(');

/** A literal number at the end of these tokens, or at their beginning, and nothing that computes with it. */
const literalEnd = (tokens: readonly Token[]): number | undefined => {
  const last = tokens.at(-1);
  if (last?.kind !== 'number') return undefined;
  const negative = isMark(tokens.at(-2), '-');
  const before = tokens.at(negative ? -3 : -2);
  const free = before === undefined || isMark(before, '[', '(', ']', ',', '{') || (before.kind === 'name' && before.text === 'in');
  return free ? Number(last.text) * (negative ? -1 : 1) : undefined;
};
const literalStart = (tokens: readonly Token[]): number | undefined => {
  const negative = isMark(tokens[0], '-');
  const [number, after] = tokens.slice(negative ? 1 : 0);
  if (number?.kind !== 'number') return undefined;
  const free = after === undefined || isMark(after, ']', ')', ',', '}') || after.kind === 'name';
  return free ? Number(number.text) * (negative ? -1 : 1) : undefined;
};

/** How many whole numbers lie between the bounds; undefined where one is computed. */
const sizeOf = (tokens: readonly Token[], dots: number): number | undefined => {
  const [from, to] = [literalEnd(tokens.slice(0, dots)), literalStart(tokens.slice(dots + 1))];
  return from === undefined || to === undefined ? undefined : Math.abs(to - from) + 1;
};

/** `[a..b]` that a value is compared with, however large, is no loop: it stands alone, behind `in`, or in `not(…)`. */
const isTest = ({ tokens, brackets }: Code, dots: number): boolean => {
  const isOutside = (open: number): boolean => {
    if (open < 0) return true;
    const before = tokens[open - 1];
    return isMark(tokens[open], '(') && (before?.kind !== 'name' || ['in', 'not', 'and', 'or', 'if'].includes(before.text));
  };
  const open = brackets[dots] ?? -1;
  // `]1..5[` opens with the mark that closes, so it counts as standing in no bracket.
  if (open < 0) return isMark(tokens[0], ']');
  if (isMark(tokens[open], '[')) return !isFilter(tokens, open) && isOutside(brackets[open] ?? -1);
  return isOutside(open);
};

const sizeIn = (part: readonly Token[]): number | undefined =>
  sizeOf(
    part,
    part.findIndex((each) => isMark(each, '..')),
  );
/** A list of the case counts as one value here: how many it may hold is bounded where it is made. */
const valuesOf = (of: readonly Token[][]): number => of.reduce((product, part) => product * (sizeIn(part) ?? 1), 1);

const findLoops = (code: Code, loops: readonly Loop[]): string | undefined => {
  const { tokens } = code;
  const sorting = tokens.filter((_, index) => isCall(code, index, 'function')).length;
  if (loops.length + sorting > 1) return 'schachtelt Schleifen; eine Schleife je Ausdruck ist erlaubt';
  for (const { of } of loops) {
    const values = valuesOf(of);
    if (values > limits.values) return `zählt über ${values} Werte (erlaubt ${limits.values})`;
  }
  for (const [index, token] of tokens.entries()) {
    if (!isMark(token, '..')) continue;
    if (loops.length === 0 && isTest(code, index)) continue;
    const size = sizeOf(tokens, index);
    if (size === undefined) return 'zählt über einen Bereich ohne feste Grenzen';
    if (size > limits.values) return `zählt über ${size} Werte (erlaubt ${limits.values})`;
  }
  for (const { of, body } of loops) {
    if (of.length > 1 && of.some((part) => sizeIn(part) === undefined)) return 'läuft über mehrere Listen zugleich; erlaubt ist eine';
    const values = valuesOf(of);
    const end = (tokens.at(-1)?.at ?? 0) + (tokens.at(-1)?.text.length ?? 0);
    if (values * (end - (tokens[body]?.at ?? 0)) > limits.work) return 'wiederholt einen langen Ausdruck zu oft';
    for (let index = body; index < tokens.length; index += 1) {
      // What compares each value with each other costs their square.
      if (isCall(code, index, 'values', 'union', 'mode', 'median', 'sort'))
        return 'schachtelt Schleifen; eine Schleife je Ausdruck ist erlaubt';
      if (tokens[index]?.text.endsWith('partial')) return 'rechnet in einer Schleife mit deren bisherigem Ergebnis (partial)';
      if (isFilter(tokens, index)) return 'filtert in einer Schleife';
    }
    if (isInFilter(code, body)) return 'schachtelt eine Schleife in einen Filter';
  }
  for (const [index] of tokens.entries()) if (isFilter(tokens, index) && isInFilter(code, index)) return 'schachtelt Filter ineinander';
  return undefined;
};

/** `liste[bedingung]`, and not a list of its own or a place in one. */
const isFilter = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  if (!isMark(tokens[index], '[')) return false;
  if (tokens[index + 1]?.kind === 'number' && isMark(tokens[index + 2], ']')) return false;
  if (before?.kind === 'name') return !['in', 'return', 'satisfies', 'then', 'else', 'and', 'or', 'if', 'between'].includes(before.text);
  return before?.kind === 'text' || isMark(before, ')', ']', '}');
};

const isInFilter = ({ tokens, brackets }: Code, index: number): boolean => {
  for (let around = brackets[index] ?? -1; around >= 0; around = brackets[around] ?? -1) if (isFilter(tokens, around)) return true;
  return false;
};

/** Who may define a function may have it call itself, by its own name, by an entry's or by being handed to itself. Only an order for `sort` needs one. */
const findFunctions = (code: Code): string | undefined => {
  const { tokens, brackets } = code;
  for (const [index] of tokens.entries()) {
    if (!isCall(code, index, 'function')) continue;
    const around = brackets[index] ?? -1;
    const orders = around > 0 && isCall(code, around - 1, 'sort') && isMark(tokens[index - 1], ',', ':');
    if (!orders) return 'bestimmt eine eigene Funktion, die sich selbst aufrufen kann; erlaubt ist sie nur als Reihenfolge in sort(…)';
  }
  return undefined;
};

const before = /^(?:then|else|return|satisfies|if|in|and|or)/;
const weightOf = (weights: ReadonlyMap<string, number>, text: string): number =>
  weights.get(text) ?? weights.get(text.replace(before, '')) ?? 0;

/** `{a: x + x, b: a + a, c: b + b}`: each entry doubles the one before. */
const findGrowth = ({ tokens, brackets }: Code): string | undefined => {
  const weights = new Map<string, number>();
  for (const [open, token] of tokens.entries()) {
    if (!isMark(token, '{')) continue;
    for (const [key, colon, ...said] of partsIn(tokens, brackets, open)) {
      if (!key || !isMark(colon, ':')) continue;
      const weight = said.reduce((sum, { kind, text }) => sum + (kind === 'name' ? weightOf(weights, text) : 0), 0);
      if (weight > limits.growth) return 'vervielfacht einen Eintrag mit jedem weiteren';
      const name = key.kind === 'text' ? key.text.slice(1, -1) : key.text;
      weights.set(name, Math.max(1, weight, weights.get(name) ?? 1));
    }
  }
  return undefined;
};

const isSmall = (tokens: readonly Token[], most: number): boolean => {
  const value = literalStart(tokens);
  return value !== undefined && Math.abs(value) <= most && tokens.length <= 2;
};

const findLargeNumbers = (code: Code): string | undefined => {
  const { tokens, brackets } = code;
  for (const [index, token] of tokens.entries()) {
    if (isMark(token, '**')) {
      const [sign, next] = [tokens[index + 1], tokens[index + 2]];
      const value = isMark(sign, '-') ? next : sign;
      if (value?.kind !== 'number' || Number(value.text) > limits.exponent || tokens.filter((each) => isMark(each, '**')).length > 1)
        return `potenziert ohne feste Grenze (erlaubt ist eine Zahl bis ${limits.exponent})`;
    }
    if (!isCall(code, index, 'decimal', 'up', 'down', 'floor', 'ceiling')) continue;
    const parts = partsIn(tokens, brackets, index + 1);
    const named = parts.find(([key, colon]) => key?.text === 'scale' && isMark(colon, ':'));
    const scale = named ? named.slice(2) : parts[1];
    if (scale && !isSmall(scale, limits.digits))
      return `rundet auf eine berechnete oder zu große Zahl von Stellen (erlaubt ${limits.digits})`;
  }
  return undefined;
};

const depthOf = (brackets: readonly number[]): number => {
  const depths: number[] = [];
  for (const [index, around] of brackets.entries()) depths[index] = around < 0 ? 0 : (depths[around] ?? 0) + 1;
  return Math.max(0, ...depths);
};

/** Why an expression could hold up the engine, as the rest of a sentence that begins with it; undefined if it cannot. */
export const findFlood = (expression: string): string | undefined => {
  if (expression.length > limits.characters) return `ist mit ${expression.length} Zeichen zu lang (erlaubt ${limits.characters})`;
  const tokens = readTokens(expression);
  const code: Code = { tokens, brackets: bracketsOf(tokens) };
  if (depthOf(code.brackets) > limits.depth) return `schachtelt Klammern zu tief (erlaubt ${limits.depth})`;
  return findFunctions(code) ?? findLoops(code, loopsIn(code)) ?? findGrowth(code) ?? findLargeNumbers(code) ?? findBacktracking(tokens);
};
