import type { Flow, FlowNode } from '../../../reading/index.ts';
import { bare, sayReads } from './feel-reads.ts';
import { type Analysed, rootOf } from './flow-of-values.ts';
import { inMappings, readByStep } from './names-read.ts';
import { calledBy, type World } from './world.ts';
import { writtenBy } from './writes.ts';

const sets = (mappings: FlowNode['inputs'], name: string): boolean => mappings.some(({ target }) => rootOf(target) === name);

const inCondition = (condition: string | null): string[] =>
  condition === null ? [] : sayReads(bare(condition)).reads.map(({ name }) => name);

/** What a step has always written by itself once it is done. */
const writes = (world: World, { exits }: Analysed, node: FlowNode, name: string): boolean =>
  node.called === null
    ? writtenBy(world, node).has(name)
    : calledBy(world, node.called).every((id) => exits.get(id)?.get(name)?.ownAlways === true);

/** Names a step takes from around it, with what the blocks it calls take from there. */
const takenBy = (world: World, analysed: Analysed, node: FlowNode, seen: ReadonlySet<string>): string[] => {
  const inside =
    node.called === null
      ? readByStep(world, node, seen)
      : [
          ...node.expressions.flatMap(({ text }) => inCondition(text)),
          ...calledBy(world, node.called).flatMap((id) => [...takenFromCaller(world, analysed, id, seen)]),
        ];
  const results = inMappings(node.outputs).filter((name) => !writes(world, analysed, node, name));
  return [...inMappings(node.inputs), ...[...inside, ...results].filter((name) => !sets(node.inputs, name))];
};

const kept = new WeakMap<Analysed, Map<string, ReadonlySet<string>>>();

/** Names a process reads before it has always written them itself. */
const takenFromCaller = (world: World, analysed: Analysed, id: string, seen: ReadonlySet<string>): ReadonlySet<string> => {
  const known = kept.get(analysed) ?? new Map<string, ReadonlySet<string>>();
  kept.set(analysed, known);
  const found = known.get(id);
  const flow = world.flows.get(id)?.flow;
  if (found || !flow || seen.has(id)) return found ?? new Set();
  const around = analysed.around.get(id);
  const within = new Set([...seen, id]);
  const names = new Set([
    ...flow.nodes.flatMap((node) =>
      takenBy(world, analysed, node, within).filter((name) => around?.get(node.id)?.before.get(name)?.ownAlways !== true),
    ),
    ...flow.lines.flatMap(({ from, condition }) =>
      inCondition(condition).filter((name) => around?.get(from)?.after.get(name)?.ownAlways !== true),
    ),
  ]);
  if (seen.size === 0) known.set(id, names);
  return names;
};

const isTakenOut = (world: World, id: string, name: string): boolean =>
  world.set.flows.some(({ flow }) =>
    flow.nodes.some(
      ({ called, outputs, handsAllBack }) =>
        called !== null &&
        calledBy(world, called).includes(id) &&
        (outputs.length === 0 ? handsAllBack : inMappings(outputs).includes(name)),
    ),
  );

/** Whether some step after this one reads the variable before a step sets it anew, or a caller takes it out. Steps an event starts may do so at any time. */
export const isReadLater = (world: World, analysed: Analysed, flow: Flow, from: FlowNode, name: string): boolean => {
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const takes = (node: FlowNode): boolean => takenBy(world, analysed, node, new Set()).includes(name);
  const isByEvent = ({ scope }: FlowNode): boolean => byId.get(scope ?? '')?.byEvent === true;
  if (flow.nodes.some((node) => isByEvent(node) && takes(node))) return true;

  const seen = new Set<string>();
  const after = (node: FlowNode): boolean => {
    const ways = flow.lines.filter((line) => line.from === node.id);
    if (ways.some(({ condition }) => inCondition(condition).includes(name))) return true;
    if (ways.length > 0) return ways.some(({ to }) => at(to));
    const scope = byId.get(node.scope ?? '');
    return scope ? after(scope) : isTakenOut(world, flow.id, name);
  };
  const at = (id: string): boolean => {
    const node = byId.get(id);
    if (!node || seen.has(id)) return false;
    seen.add(id);
    if (takes(node)) return true;
    const within = flow.nodes.filter(({ host, scope, type }) => host === id || (scope === id && type === 'startEvent'));
    return within.some((each) => at(each.id)) || (!sets(node.outputs, name) && after(node));
  };
  return after(from);
};
