import { codesOf } from '../../../office/index.ts';
import { readTokens } from '../feel-tokens.ts';
import { isGroup } from './check-names.ts';
import type { Analysed } from './flow-of-values.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

const PROCESS = 'prozess';
const GROUP = 'rolle';
const TEAM = 'team';
/** In place of a team: the table of teams says which (D2). */
const BY_ITS_TABLE = 'D2';

const textsIn = (cell: string): string[] =>
  readTokens(cell).flatMap(({ kind, text }) => (kind === 'text' && text !== '""' ? [text.slice(1, -1)] : []));

/** Why a case cannot be sent there; undefined where it can, or where the office says that the procedure is planned: then a person sorts the case. */
const whyNot = (world: World, target: string): string | undefined => {
  const flow = world.flows.get(target)?.flow;
  if (flow)
    return flow.properties.art === 'verfahren'
      ? undefined
      : `das ist kein Verfahren (Eigenschaft art), ein Vorgang kann dort nicht beginnen.`;
  const planned = codesOf('geplant');
  const procedures = world.set.flows.filter((each) => each.flow.properties.art === 'verfahren').map((each) => each.flow.id);
  return planned.includes(target)
    ? undefined
    : `ein solches Verfahren gibt es nicht, und als geplant steht es nicht in processes/amt/geplant.json.${nearest(target, [...procedures, ...planned])}`;
};

/** Where tables send cases: to a procedure there is or will be, a group and a team there are. */
export const checkRouting = (world: World, _: Analysed, report: Report): void => {
  const groups = [...world.contract.groups];
  const teams = codesOf('teams');
  for (const { path, decisions } of world.set.tables)
    for (const { outputs, rules } of decisions) {
      const [process, group, team] = [PROCESS, GROUP, TEAM].map((name) => outputs.findIndex((output) => output.name === name));
      for (const { id, outputs: cells } of rules) {
        const place = { path, elementId: id };
        for (const target of textsIn(cells[process ?? -1] ?? '')) {
          const why = whyNot(world, target);
          if (why) report(place, 'routing-target', `Die Zeile schickt den Vorgang nach ${inQuotes(target)}; ${why}`);
        }
        for (const name of textsIn(cells[team ?? -1] ?? ''))
          if (name !== BY_ITS_TABLE && !teams.includes(name))
            report(place, 'code-unknown', `Die Zeile nennt das Team ${inQuotes(name)}; das steht nicht in processes/amt/teams.json.`);
        for (const name of textsIn(cells[group ?? -1] ?? ''))
          if (!isGroup(groups, name))
            report(place, 'group-unknown', `Die Zeile nennt die Gruppe ${inQuotes(name)}; die gibt es nicht.${nearest(name, groups)}`);
      }
    }
};
