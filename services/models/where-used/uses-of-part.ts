import type { FlowNode } from '../../reading/index.ts';
import { readTokens } from '../check/feel-tokens.ts';
import type { Decision } from '../check/promises/live-set.ts';
import { calledBy, type World } from '../check/promises/world.ts';
import { lettersOf } from './letters.ts';
import { usesOfNorm } from './norms.ts';
import { atNode, byProgram, type ThingKind, type Use } from './use.ts';

const atSteps = (world: World, howOf: (node: FlowNode) => string | undefined): Use[] =>
  world.set.flows.flatMap((file) =>
    file.flow.nodes.flatMap((node) => {
      const how = howOf(node);
      return how === undefined ? [] : [atNode(file, node, how)];
    }),
  );

const atDecisions = (world: World, how: string, leans: (decision: Decision) => boolean): Use[] =>
  world.set.tables.flatMap(({ path, decisions }) =>
    decisions.filter(leans).map(({ id, name }) => ({ path, elementId: id, elementName: name, how })),
  );

/** A row that gives `"duldung"` sends cases there: the call that reads it names no process. */
const gives = ({ rules }: Decision, process: string): boolean =>
  rules.some(({ outputs }) =>
    outputs.some((cell) => readTokens(cell).some(({ kind, text }) => kind === 'text' && text === `"${process}"`)),
  );

const ofProcess = (world: World, name: string): Use[] => [
  ...atSteps(world, ({ called }) => {
    if (called === null || !calledBy(world, called).includes(name)) return undefined;
    return called === name ? 'ruft' : 'kann rufen';
  }),
  ...atDecisions(world, 'wählt die Tabelle', (decision) => gives(decision, name)),
];

const sides = (node: FlowNode): string => {
  if (node.type === 'endEvent' || node.type.endsWith('ThrowEvent') || node.type === 'sendTask') return 'sendet';
  return node.type === 'startEvent' && node.scope === null ? 'beginnt damit' : 'wartet darauf';
};

const ofMessage = (world: World, name: string): Use[] => [
  ...(world.contract.messages.has(name) ? [byProgram('sendet das Programm')] : []),
  ...atSteps(world, (node) => (node.message === name ? sides(node) : undefined)),
];

/** Who names a part of the models, or a promise of the services, by kind. */
export const usesOfPart: Record<Exclude<ThingKind, 'variable'>, (world: World, name: string) => Use[]> = {
  process: ofProcess,
  form: (world, name) => atSteps(world, ({ formId }) => (formId === name ? 'zeigt' : undefined)),
  decision: (world, name) => [
    ...atSteps(world, ({ decision }) => (decision === name ? 'fragt' : undefined)),
    ...atDecisions(world, 'baut darauf', ({ requires }) => requires.some(({ decision }) => decision === name)),
  ],
  job: (world, name) => atSteps(world, ({ jobType }) => (jobType === name ? 'beauftragt' : undefined)),
  message: ofMessage,
  norm: usesOfNorm,
  letter: (world, name) => atSteps(world, (node) => (lettersOf(node).includes(name) ? 'versendet' : undefined)),
};
