import type { Releases } from '../engine/index.ts';
import { isHiddenAnliegen } from '../cases/index.ts';
import { findTables } from './read-released.ts';

const TABLE = 'routing';
/** The circle of hidden cases: what is routed to it is named to it only. */
const HIDDEN_ROLE = 'sicherheit';

export type RoutingTarget = { section: string; process: string; hidden: boolean };

const word = (cell: string | undefined): string => /^"([^"]*)"$/.exec(cell ?? '')?.[1] ?? '';

/** Which section the routing table sends which process to; each pair once, in the order of its rows. Rows that compute their answer name no fixed target. */
export const listRoutingTargets = async (releases: Releases): Promise<RoutingTarget[]> => {
  const table = (await findTables(releases, TABLE))?.read.find((each) => each.id === TABLE);
  if (!table) return [];
  const column = (name: string): number => table.outputs.findIndex((output) => output.name === name);
  const [section, process, role] = [column('sachgebiet'), column('prozess'), column('rolle')];
  const targets = new Map<string, RoutingTarget>();
  for (const rule of table.rules) {
    const target = { section: word(rule.outputs[section]), process: word(rule.outputs[process]) };
    const hidden = word(rule.outputs[role]) === HIDDEN_ROLE || isHiddenAnliegen(word(rule.inputs[0]));
    if (target.section && target.process) targets.set(`${target.section} ${target.process}`, { ...target, hidden });
  }
  return [...targets.values()];
};
