import type { FlowNode } from '../../reading/index.ts';
import type { ModelText } from '../check/check-files.ts';
import { ownContract } from '../check/promises/index.ts';
import { readLiveSet } from '../check/promises/live-set.ts';
import { withOfficeTexts } from '../check/promises/own-texts.ts';
import { createWorld, type World } from '../check/promises/world.ts';
import { sharedBy } from './shared-by.ts';
import { thingsAt } from './things-at.ts';
import { eachOnce, type Thing, type Use } from './use.ts';
import { usesOfPart } from './uses-of-part.ts';
import { usesOfVariable } from './uses-of-variable.ts';
import { wordsFor } from './words-for.ts';

/** `words`: what people call it. */
export type UsedThing = Thing & { words: string; uses: Use[] };

/** Every place in the models, and the program, that leans on a thing; `from`: the processes a variable is looked at from, all by default. */
export const usesOf = (world: World, { kind, name }: Thing, from: readonly string[] = []): Use[] =>
  eachOnce(
    kind === 'variable'
      ? usesOfVariable(world, name, from.length > 0 ? sharedBy(world, from, name) : undefined)
      : usesOfPart[kind](world, name),
  );

/** The process in a file, or those that show its form or ask its tables. */
const processesOf = ({ set }: World, path: string): string[] => {
  const form = set.forms.find((file) => file.path === path)?.form.id;
  const decisions = set.tables.find((file) => file.path === path)?.decisions.map(({ id }) => id) ?? [];
  const asks = ({ formId, decision }: FlowNode): boolean =>
    (formId !== null && formId === form) || (decision !== null && decisions.includes(decision));
  return set.flows.filter((file) => file.path === path || file.flow.nodes.some(asks)).map(({ flow }) => flow.id);
};

/**
 * What stands at one place of one file (`elementId` empty: the file as a whole), each with all the other places that lean on it. A variable nobody else
 * knows is left out; a form, a table or a process nobody uses is told with no uses.
 */
export const whereUsed = async (files: readonly ModelText[], path: string, elementId: string): Promise<UsedThing[]> => {
  const world = createWorld(readLiveSet(withOfficeTexts(files)), await ownContract());
  const from = processesOf(world, path);
  return thingsAt(world, path, elementId)
    .map((thing) => ({
      ...thing,
      words: wordsFor(world, thing),
      uses: usesOf(world, thing, from).filter((use) => use.path !== path || use.elementId !== elementId),
    }))
    .filter(({ kind, uses }) => kind !== 'variable' || uses.length > 0);
};
