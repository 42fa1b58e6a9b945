import type { FlowNode } from '../../reading/index.ts';
import { bare, isExpression, sayReads } from '../check/promises/feel-reads.ts';
import { calledBy, type World } from '../check/promises/world.ts';

type Calls = { caller: string; node: FlowNode; called: readonly string[] };

const callsIn = (world: World): Calls[] =>
  world.set.flows.flatMap(({ flow }) =>
    flow.nodes.flatMap((node) => (node.called === null ? [] : [{ caller: flow.id, node, called: calledBy(world, node.called) }])),
  );

const handsBack = ({ outputs, handsAllBack }: FlowNode, name: string): boolean =>
  outputs.length === 0
    ? handsAllBack
    : outputs.some(({ source }) => isExpression(source) && sayReads(bare(source)).reads.some((read) => read.name === name));

const follow = (starts: Iterable<string>, next: (id: string) => readonly string[]): Set<string> => {
  const found = new Set(starts);
  // A set that grows while it is walked is walked to its end.
  for (const id of found) for (const each of next(id)) found.add(each);
  return found;
};

/**
 * Processes in which a name can be the same variable as in these: all they call, whoever gets it back from them with all those call, and whoever may have
 * handed it down. A block's own name is its own: each that waits has a `warteId`.
 */
export const sharedBy = (world: World, ids: readonly string[], name: string): ReadonlySet<string> => {
  const calls = callsIn(world);
  const callers = (id: string): Calls[] => calls.filter(({ called }) => called.includes(id));
  const keptBy = follow(ids, (id) =>
    callers(id)
      .filter(({ node }) => handsBack(node, name))
      .map(({ caller }) => caller),
  );
  const below = follow(keptBy, (id) => calls.filter(({ caller }) => caller === id).flatMap(({ called }) => called));
  return below.union(follow(ids, (id) => callers(id).map(({ caller }) => caller)));
};
