import type { Database } from '../../../db/connection.ts';

export type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
};
type Query = { sql: string; bindings: unknown[] };
type Explained = { Plan: Node; 'Execution Time': number; 'Planning Time': number };

export const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Rows the database took into its hands for this node, whatever became of them. */
export const readBy = (node: Node): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops'];

/** What the database does for each query that `work` sends, warm, and how long that takes at best. */
export const explain = async (db: Database, work: () => Promise<unknown>): Promise<{ nodes: Node[]; ms: number }> => {
  const sent: Query[] = [];
  const note = (query: Query): void => void sent.push(query);
  db.on('query', note);
  await work();
  db.off('query', note);
  let ms = 0;
  const nodes: Node[] = [];
  for (const { sql, bindings } of sent) {
    const plans: Explained[] = [];
    for (let round = 0; round < 3; round += 1) {
      const values: unknown[] = [];
      const text = sql.replace(/\$(\d+)/g, (_all, place: string) => {
        values.push(bindings[Number(place) - 1]);
        return '?';
      });
      const { rows } = await db.raw(`explain (analyze, format json) ${text}`, values as never[]);
      plans.push(rows[0]['QUERY PLAN'][0]);
    }
    const [best] = plans.toSorted((a, b) => a['Execution Time'] - b['Execution Time']);
    if (!best) continue;
    nodes.push(...nodesOf(best.Plan));
    ms += best['Execution Time'] + best['Planning Time'];
  }
  return { nodes, ms };
};
