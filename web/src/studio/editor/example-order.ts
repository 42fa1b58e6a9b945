import type { Example } from '../../../../services/studio/drafting/answers.ts';
import type { TableInWords } from './read-tables.ts';

/** An example proves the row its name begins with: `D2_01 Sicherheit bleibt in T4c`. */
export const proves = ({ name }: Example, ruleId: string): boolean => name === ruleId || name.startsWith(`${ruleId} `);

/** Examples stand in the order of the rows: a new one comes after those of its own row or, if there are none, of the nearest row above. */
export const putInOrder = (examples: readonly Example[], made: Example, tables: readonly TableInWords[]): Example[] => {
  const rules = tables.find(({ id }) => id === made.decision)?.rules ?? [];
  const row = rules.findIndex(({ id }) => proves(made, id));
  const isOf = (first: number, last: number) => (each: Example) =>
    each.decision === made.decision && rules.slice(first, last).some(({ id }) => proves(each, id));
  for (let above = row; above >= 0; above -= 1) {
    const at = examples.findLastIndex(isOf(above, above + 1));
    if (at >= 0) return examples.toSpliced(at + 1, 0, made);
  }
  const below = row < 0 ? -1 : examples.findIndex(isOf(row + 1, rules.length));
  return below < 0 ? [...examples, made] : examples.toSpliced(below, 0, made);
};
