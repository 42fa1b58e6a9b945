import type { FlowNode } from '../../../reading/index.ts';
import { bare, isExpression, sayReads } from './feel-reads.ts';
import { type Analysed, rootOf } from './flow-of-values.ts';
import { readByProcess } from './names-read.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

/** Names that anything gives by itself: workers, messages, fields for the engine. */
const declaredNames = ({ contract, set }: World): Set<string> =>
  new Set([
    ...[...contract.workers.values()].flatMap(({ output }) => Object.keys(output)),
    ...[...contract.messages.values()].flatMap(({ variables }) => Object.keys(variables)),
    ...set.forms.flatMap(({ form }) => form.parts.flatMap(({ key, forEngine }) => (key !== null && forEngine ? [key] : []))),
  ]);

const readAnywhere = (world: World): Set<string> =>
  new Set([...world.flows.keys()].flatMap((id) => [...readByProcess(world, id)]).concat(['ausgeschlossen']));

const targetsOf = ({ outputs, result }: FlowNode): string[] => [
  ...outputs.map(({ target }) => rootOf(target)),
  ...(result === null ? [] : [result]),
];

/** Accounts say who must not do what comes; whoever keeps them under a name that nothing reads leaves nobody out. */
const checkAccounts = (world: World, path: string, node: FlowNode, read: ReadonlySet<string>, report: Report): void => {
  const declared = world.contract.workers.get(node.jobType ?? '')?.output ?? {};
  for (const { source, target } of node.outputs) {
    const names = isExpression(source) ? sayReads(bare(source)).reads.map(({ name }) => name) : [];
    if (names.some((name) => declared[name] === 'accounts') && !read.has(target))
      report(
        { path, elementId: node.id },
        'accounts-unread',
        `In ${inQuotes(target)} stehen Konten, die einen Schritt nicht bekommen sollen; das liest kein Schritt.`,
      );
  }
};

/** A variable that a step sets under a name nothing reads and nothing else gives is a slip of the keys. */
export const checkOutputs = (world: World, _: Analysed, report: Report): void => {
  const read = readAnywhere(world);
  const known = new Set([...read, ...declaredNames(world)]);
  for (const { path, flow } of world.set.flows)
    for (const node of flow.nodes) {
      for (const target of targetsOf(node))
        if (!known.has(target))
          report(
            { path, elementId: node.id },
            'output-unread',
            `Was unter ${inQuotes(target)} gesetzt wird, liest nichts.${nearest(target, known)}`,
          );
      checkAccounts(world, path, node, read, report);
    }
};
