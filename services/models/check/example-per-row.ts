import { readDecisionTables } from '../../reading/index.ts';
import type { Finding } from './finding.ts';
import { readExamples } from './read-examples.ts';

/** Examples prove a table at every release, so a row without one is a row nobody has tried. An example belongs to the row its name begins with. */
export const findRowsWithoutExample = (dmn: string, vectors: string | undefined): Finding[] => {
  const examples = readExamples(vectors);
  const has = (decision: string, row: string): boolean =>
    examples.some((each) => each.decision === decision && typeof each.name === 'string' && each.name.split(' ')[0] === row);
  return readDecisionTables(dmn).flatMap(({ id, rules }) =>
    rules
      .filter((row) => !has(id, row.id))
      .map(
        (row): Finding => ({
          severity: 'error',
          elementId: row.id,
          rule: 'example-per-row',
          message: `Die Regel ${row.id} hat kein Beispiel. Ein Beispiel zeigt bei jeder Freigabe, dass sie noch gilt.`,
        }),
      ),
  );
};
