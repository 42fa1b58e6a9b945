/**
 * One FEEL expression can block a whole partition of the engine for a minute: `count(for i in 1..100000 return i)` did. So what a model may say is
 * bounded before it is deployed: text length, literal ranges, nested loops.
 */
const limits = { characters: 2048, range: 1000 };

/** String literals and comments say nothing about variables or loops. */
const withoutTexts = (expression: string): string =>
  expression
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')
    .replaceAll(/\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/\/\/.*$/gm, ' ');

/** All names an expression reads or defines, paths taken apart: `person.geschlecht` → person, geschlecht. */
export const namesIn = (expression: string): string[] => [...new Set(withoutTexts(expression).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])];

const bound = (text: string): number => Number(text.replace(/^=/, ''));

/** Why an expression could hold up the engine; undefined if it cannot. */
export const findFlood = (expression: string): string | undefined => {
  if (expression.length > limits.characters) return `ist mit ${expression.length} Zeichen zu lang (erlaubt ${limits.characters})`;
  const plain = withoutTexts(expression);
  if ((plain.match(/\b(?:for|some|every)\s/g) ?? []).length > 1) return 'schachtelt Schleifen; eine Schleife je Ausdruck ist erlaubt';
  for (const [, from, to] of plain.matchAll(/([\w.-]+?)\s*\.\.\s*([\w.-]+)/g)) {
    const size = bound(to ?? '') - bound(from ?? '');
    // A bound that is computed can become anything; in a comparison ([8..30]) only literals stand.
    if (Number.isNaN(size)) return 'zählt über einen Bereich ohne feste Grenzen';
    if (Math.abs(size) > limits.range) return `zählt über ${Math.abs(size)} Werte (erlaubt ${limits.range})`;
  }
  return undefined;
};
