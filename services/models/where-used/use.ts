import type { FlowLine, FlowNode } from '../../reading/index.ts';
import type { FlowFile } from '../check/promises/live-set.ts';

/** What models call each other by. `variable`: a variable or a field of forms; they go by one name in all models. `norm`: as it is cited, `§ 60a AufenthG`. */
export type ThingKind = 'variable' | 'form' | 'decision' | 'process' | 'job' | 'message' | 'letter' | 'norm';
export type Thing = { kind: ThingKind; name: string };

/** One place that leans on a thing, and in a few German words how. `path` and `elementId` are empty for the program itself. */
export type Use = { path: string; elementId: string; elementName: string; how: string };

export const atNode = ({ path }: FlowFile, { id, name }: FlowNode, how: string): Use => ({
  path,
  elementId: id,
  elementName: name || id,
  how,
});

/** A line has seldom a name of its own: it is told by its ends. */
export const atLine = ({ path, flow }: FlowFile, { id, from, to }: FlowLine, how: string): Use => {
  const nameOf = (nodeId: string): string => flow.nodes.find((node) => node.id === nodeId)?.name || nodeId;
  return { path, elementId: id, elementName: `${nameOf(from)} → ${nameOf(to)}`, how };
};

export const byProgram = (how: string): Use => ({ path: '', elementId: '', elementName: '', how });

/** The same said of the same place is told once. */
export const eachOnce = (uses: readonly Use[]): Use[] => [
  ...new Map(uses.map((use) => [[use.path, use.elementId, use.how].join('\0'), use])).values(),
];
