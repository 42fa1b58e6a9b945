import { evaluate } from 'feelin';
import { isMark, readTokens, type Token } from '../feel-tokens.ts';
import { isLiteral } from './feel-reads.ts';
import type { Decision } from './live-set.ts';

type Input = Record<string, unknown>;
/** Whether a cell holds for a value; undefined: this one only the engine can say. */
type Cell = (value: unknown, input: Input) => boolean | undefined;

const unknown: Cell = () => undefined;

/** A text, a number, a flag or null as it stands in a cell. */
export const literal = (token: Token): { value: unknown } | undefined => {
  if (token.kind === 'number') return { value: Number(token.text) };
  if (token.text === 'null') return { value: null };
  return isLiteral(token) ? { value: JSON.parse(token.text) } : undefined;
};

const compare: Record<string, (one: number, other: number) => boolean> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
};

const single = (tokens: readonly Token[]): Cell => {
  const [first, second] = tokens;
  if (!first || tokens.length > 2) return unknown;
  const fixed = literal(first);
  if (tokens.length === 1 && fixed) return (value) => value === fixed.value || (fixed.value === null && value === undefined);
  const by = compare[first.text];
  if (!by || !second) return unknown;
  const bound = literal(second);
  if (!bound && second.kind !== 'name') return unknown;
  return (value, input) => {
    const other = bound ? bound.value : input[second.text];
    return typeof value === 'number' && typeof other === 'number'
      ? by(value, other)
      : bound || typeof value !== 'number'
        ? false
        : undefined;
  };
};

const anyOf =
  (cells: readonly Cell[]): Cell =>
  (value, input) => {
    const held = cells.map((cell) => cell(value, input));
    return held.includes(true) ? true : held.includes(undefined) ? undefined : false;
  };

const parts = (tokens: readonly Token[]): Token[][] => {
  const found: Token[][] = [[]];
  for (const token of tokens)
    if (isMark(token, ',')) found.push([]);
    else found.at(-1)?.push(token);
  return found;
};

const compile = (text: string): Cell => {
  const tokens = readTokens(text);
  if (tokens.length === 0 || (tokens.length === 1 && isMark(tokens[0], '-'))) return () => true;
  const isNot = tokens[0]?.text === 'not' && isMark(tokens[1], '(') && isMark(tokens.at(-1), ')');
  const inside = anyOf(parts(isNot ? tokens.slice(2, -1) : tokens).map(single));
  if (!isNot) return inside;
  return (value, input) => {
    const held = inside(value, input);
    return held === undefined ? undefined : !held;
  };
};

const kept = new Map<string, Cell>();
const cellOf = (text: string): Cell => {
  const known = kept.get(text) ?? compile(text);
  if (kept.size > 5_000) kept.clear();
  kept.set(text, known);
  return known;
};

export type Row = Decision['rules'][number];
const simpleName = /^[a-zA-Z_]\w*$/;

/** Rows of a table that hold for an example, in their order; undefined where a cell, or a column that works something out, needs the engine. */
export const rowsFor = (decision: Decision, input: Input): Row[] | undefined => {
  if (decision.literal !== null || decision.inputs.some(({ expression }) => !simpleName.test(expression))) return undefined;
  const found: Row[] = [];
  for (const row of decision.rules) {
    let held: boolean | undefined = true;
    for (const [index, { expression }] of decision.inputs.entries()) {
      const cell = cellOf(row.inputs[index] ?? '')(input[expression], input);
      if (cell === false) {
        held = false;
        break;
      }
      if (cell === undefined) held = undefined;
    }
    if (held === undefined) return undefined;
    if (held) found.push(row);
    if (held && decision.hitPolicy === 'FIRST') break;
  }
  return found;
};

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

const functions = ['decimal', 'min', 'max', 'floor', 'ceiling', 'case'];

/** Choices and sums of a row. What counts, repeats or matches is for the engine, which can be stopped. */
const isShort = (tokens: readonly Token[]): boolean =>
  tokens.length < 60 &&
  tokens.every(
    ({ kind, text }, at) =>
      text !== '..' &&
      text !== '**' &&
      !['for', 'some', 'every', 'function'].includes(text) &&
      !(kind === 'name' && isMark(tokens[at + 1], '(') && !functions.includes(text)),
  );

/** What a cell works out; undefined where only the engine can say. */
const workOut = (cell: string, input: Input): unknown => {
  try {
    const { value } = evaluate(cell, input);
    return isPlain(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Whether what a cell gives is what the example expects; undefined where only the engine can say. */
export const gives = (cell: string, expected: unknown, input: Input): boolean | undefined => {
  const tokens = readTokens(cell);
  const [only] = tokens;
  const fixed = only && tokens.length === 1 ? literal(only) : undefined;
  if (fixed) return fixed.value === expected;
  const value = tokens.length === 0 || !isShort(tokens) ? undefined : workOut(cell, input);
  if (value === undefined) return undefined;
  return typeof value === 'number' && typeof expected === 'number' ? Math.abs(value - expected) < 0.005 : value === expected;
};
