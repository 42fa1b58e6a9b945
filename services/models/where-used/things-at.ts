import type { FlowNode } from '../../reading/index.ts';
import { bare, isExpression, sayReads } from '../check/promises/feel-reads.ts';
import { rootOf } from '../check/promises/flow-of-values.ts';
import type { FlowFile, FormFile, TableFile } from '../check/promises/live-set.ts';
import type { World } from '../check/promises/world.ts';
import { writtenBy } from '../check/promises/writes.ts';
import { lettersOf } from './letters.ts';
import { normsIn } from './norms.ts';
import type { Thing, ThingKind } from './use.ts';

const named = (kind: ThingKind, names: Iterable<string | null>): Thing[] =>
  [...new Set(names)].flatMap((name) => (name ? [{ kind, name }] : []));

/** A call worked out at run time names nothing. */
const fixed = (name: string | null): string | null => (name !== null && isExpression(name) ? null : name);

const atStep = (world: World, node: FlowNode): Thing[] => [
  ...named('process', [fixed(node.called)]),
  ...named('form', [node.formId]),
  ...named('decision', [fixed(node.decision)]),
  ...named('job', [node.jobType]),
  ...named('message', [node.message]),
  ...named('letter', lettersOf(node)),
  ...named('norm', normsIn(node.properties.norm ?? '')),
  ...named('variable', [...writtenBy(world, node).keys(), ...node.outputs.map(({ target }) => rootOf(target))]),
];

const inFlow = (world: World, { flow }: FlowFile, elementId: string): Thing[] => {
  const node = flow.nodes.find(({ id }) => id === elementId);
  if (node) return atStep(world, node);
  const line = flow.lines.find(({ id }) => id === elementId);
  if (elementId === '' || elementId === flow.id)
    return [...named('process', [flow.id]), ...named('norm', normsIn(flow.properties.norm ?? ''))];
  return named(
    'variable',
    sayReads(bare(line?.condition ?? '')).reads.map(({ name }) => name),
  );
};

const inForm = ({ form }: FormFile, elementId: string): Thing[] => {
  if (elementId === '') return named('form', [form.id]);
  return named('variable', [form.parts.find((each) => each.elementId === elementId)?.key ?? null]);
};

/** A decision by itself or one of its rows, with the variables its answers go into. */
const inTable = (world: World, { decisions }: TableFile, elementId: string): Thing[] => {
  const meant = decisions.filter(({ id, rules }) => elementId === '' || id === elementId || rules.some((row) => row.id === elementId));
  const askers = world.set.flows.flatMap(({ flow }) => flow.nodes.filter(({ decision }) => meant.some(({ id }) => id === decision)));
  return [
    ...named(
      'decision',
      meant.map(({ id }) => id),
    ),
    ...named(
      'variable',
      askers.map(({ result }) => result),
    ),
  ];
};

/** What an element is or leaves behind that others may lean on; without one, what the whole file is. Nothing where the element is not there. */
export const thingsAt = (world: World, path: string, elementId: string): Thing[] => {
  const isHere = (file: { path: string }): boolean => file.path === path;
  const [flow, form, table] = [world.set.flows.find(isHere), world.set.forms.find(isHere), world.set.tables.find(isHere)];
  if (flow) return inFlow(world, flow, elementId);
  if (form) return inForm(form, elementId);
  return table ? inTable(world, table, elementId) : [];
};
