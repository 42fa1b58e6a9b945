import type { FlowNode } from '../../../reading/index.ts';
import { bare, isExpression, sayReads } from './feel-reads.ts';
import type { FormPart } from './form-parts.ts';
import type { Decision } from './live-set.ts';
import { calledBy, type World } from './world.ts';

const inTexts = (texts: readonly string[]): string[] => texts.flatMap((text) => sayReads(bare(text)).reads.map(({ name }) => name));
export const inMappings = (mappings: FlowNode['inputs']): string[] => inTexts(mappings.map(({ source }) => source).filter(isExpression));

/** Names the texts and conditions of a form speak of. */
export const readByForm = (parts: readonly FormPart[]): Set<string> =>
  new Set(parts.flatMap(({ expressions, bounds }) => [...inTexts(expressions.map(({ text }) => text)), ...bounds]));

/** Names a table reads from outside, with those of the tables it builds on. */
export const readByDecision = (world: World, decision: Decision): Set<string> => {
  const needed = decision.requires.flatMap(({ decision: id, variable }) => {
    const found = world.decisions.get(id)?.decision;
    return found ? [{ found, variable }] : [];
  });
  const answered = new Set(needed.map(({ variable }) => variable));
  const cells = decision.rules.flatMap(({ outputs }) => outputs);
  const own = inTexts([...decision.inputs.map(({ expression }) => expression), ...cells, decision.literal ?? '']);
  return new Set([...own.filter((name) => !answered.has(name)), ...needed.flatMap(({ found }) => [...readByDecision(world, found)])]);
};

/** What a step takes from around it besides its own mappings. */
export const readByStep = (world: World, node: FlowNode, seen: ReadonlySet<string>): string[] => {
  const decision = world.decisions.get(node.decision ?? '')?.decision;
  return [
    ...inTexts([...node.expressions.map(({ text }) => text), node.loop?.collection ?? ''].filter(isExpression)),
    ...(node.formId === null ? [] : readByForm(world.forms.get(node.formId)?.form.parts ?? [])),
    ...(decision ? readByDecision(world, decision) : []),
    ...(world.contract.workers.get(node.jobType ?? '')?.inputs.keys() ?? []),
    ...(node.called === null ? [] : calledBy(world, node.called).flatMap((id) => [...readByProcess(world, id, seen)])),
  ];
};

const kept = new WeakMap<World, Map<string, Set<string>>>();

/** All names a process reads, its blocks among it. Blocks that call each other are gone through once. */
export const readByProcess = (world: World, id: string, seen: ReadonlySet<string> = new Set()): Set<string> => {
  const known = kept.get(world) ?? new Map<string, Set<string>>();
  kept.set(world, known);
  const found = known.get(id);
  if (found) return found;
  const flow = world.flows.get(id)?.flow;
  if (!flow || seen.has(id)) return new Set();
  const around = new Set([...seen, id]);
  const names = new Set([
    ...flow.nodes.flatMap((node) => [...inMappings(node.inputs), ...inMappings(node.outputs), ...readByStep(world, node, around)]),
    ...inTexts(flow.lines.flatMap(({ condition }) => (condition !== null && isExpression(condition) ? [condition] : []))),
  ]);
  if (seen.size === 0) known.set(id, names);
  return names;
};
