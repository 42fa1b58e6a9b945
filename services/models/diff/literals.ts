const literal = /@?"([^"]*)"|\bP(?=\d|T\d)[\dYMWDTHS.]+\b|(?<![\p{L}\p{N}_.])\d+(?:\.\d+)?(?![\p{L}\p{N}_])/gu;
const dateOrDuration = /^(?:\d{4}-\d\d-\d\d(?:T[\d:.Z+-]*)?|P(?=\d|T\d)[\dYMWDTHS.]+)$/;

/** An expression with its numbers, dates and durations blanked out. Digits within codes ("SG1") are no numbers. */
const skeleton = (expression: string): string =>
  expression
    .replaceAll('..', ' .. ')
    .replace(literal, (found, quoted?: string) => {
      if (quoted !== undefined) return dateOrDuration.test(quoted) ? '<date>' : found;
      return found.startsWith('P') ? '<date>' : '<number>';
    })
    .replace(/\s+/g, ' ')
    .trim();

/** Two expressions that differ in nothing but figures and dates. */
export const sameUpToLiterals = (before: string | null, after: string | null): boolean =>
  before !== null && after !== null && before !== after && /<date>|<number>/.test(skeleton(before)) && skeleton(before) === skeleton(after);
