import { parseExpression, parseUnaryTests } from 'feelin';

const kept = new Map<string, boolean>();
const MOST_KEPT = 5_000;

const parses = (text: string, unary: boolean): boolean => {
  const tree = unary ? parseUnaryTests(text, {}, undefined) : parseExpression(text, {}, undefined);
  let broken = false;
  tree.iterate({
    enter: ({ type }) => {
      broken = broken || type.isError;
    },
  });
  return !broken;
};

/** Whether an expression, or a cell (`unary`), can be read at all, by a grammar that is nearly the engine's: names that only the engine's own accepts are asked of it (try-model.ts). */
export const isReadable = (text: string, unary: boolean): boolean => {
  const key = `${unary} ${text}`;
  const known = kept.get(key) ?? parses(text, unary);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, known);
  return known;
};
