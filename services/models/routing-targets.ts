import type { Releases } from '../engine/releases/index.ts';
import { circleGroup } from '../office/index.ts';
import { isHiddenAnliegen } from '../staff/index.ts';
import { findTables } from './read-released.ts';

const TABLE = 'routing';

export type RoutingTarget = { section: string; process: string; anliegen: string[]; hidden: boolean };

const words = (cell: string | undefined): string[] => [...(cell ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
const word = (cell: string | undefined): string => /^"([^"]*)"$/.exec(cell ?? '')?.[1] ?? '';

/** Which section the routing table sends which process to; each pair once, in the order of its rows. A row that hands on one of its inputs names all that this input may be. */
export const listRoutingTargets = async (releases: Releases): Promise<RoutingTarget[]> => {
  const table = (await findTables(releases, TABLE))?.read.find((each) => each.id === TABLE);
  if (!table) return [];
  const column = (name: string): number => table.outputs.findIndex((output) => output.name === name);
  const matter = table.inputs.findIndex((input) => /anliegen/i.test(input.expression));
  const [section, process, role] = [column('sachgebiet'), column('prozess'), column('rolle')];
  const targets = new Map<string, RoutingTarget>();
  const fixedOrHandedOn = ({ inputs, outputs }: (typeof table.rules)[number], at: number): string[] => {
    const fixed = word(outputs[at]);
    return fixed ? [fixed] : words(inputs[table.inputs.findIndex(({ expression }) => expression === outputs[at])]);
  };
  const named = table.rules.flatMap((rule) =>
    fixedOrHandedOn(rule, section).map((id) => ({ rule, target: { section: id, process: word(rule.outputs[process]) } })),
  );
  for (const { rule, target } of named) {
    if (!target.process) continue;
    const key = `${target.section} ${target.process}`;
    const anliegen = [...(targets.get(key)?.anliegen ?? []), ...words(rule.inputs[matter])];
    const hidden = word(rule.outputs[role]) === circleGroup || anliegen.some(isHiddenAnliegen);
    targets.set(key, { ...target, anliegen: [...new Set(anliegen)], hidden });
  }
  return [...targets.values()];
};
