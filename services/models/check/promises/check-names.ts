import type { FlowNode } from '../../../reading/index.ts';
import { readTokens } from '../feel-tokens.ts';
import type { Analysed } from './flow-of-values.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

const textsIn = (text: string): string[] =>
  readTokens(text).flatMap(({ kind, text: each }) => (kind === 'text' ? [each.slice(1, -1)] : []));

/** `"rsb-" + lower case(sachgebiet)`: a beginning is enough. */
export const isGroup = (groups: readonly string[], name: string): boolean =>
  groups.includes(name) || (name.endsWith('-') && groups.some((each) => each.startsWith(name)));

const checkGroups = (world: World, path: string, node: FlowNode, report: Report): void => {
  for (const { where, text } of node.expressions.filter((each) => each.where === 'Die Zuteilung'))
    for (const group of text.trimStart().startsWith('=') ? textsIn(text) : text.split(',').map((each) => each.trim())) {
      const groups = [...world.contract.groups];
      if (isGroup(groups, group)) continue;
      report(
        { path, elementId: node.id },
        'group-unknown',
        `${where} nennt die Gruppe ${inQuotes(group)}; die gibt es nicht.${nearest(group, groups)}`,
      );
    }
};

const elementLike = /^[a-z][A-Za-z]*(?:Task|Activity|Event|Process|gateway|timer|message)?_[A-Z][A-Za-z0-9]*$/;

/** Steps that a model names by their id, in a property, a mapping or a table. */
const checkIds = (path: string, ids: ReadonlySet<string>, said: { elementId: string; text: string }[], report: Report): void => {
  for (const { elementId, text } of said)
    if (elementLike.test(text) && !ids.has(text))
      report(
        { path, elementId },
        'element-unknown',
        `Genannt ist der Schritt ${inQuotes(text)}; den gibt es in keinem Modell.${nearest(text, ids)}`,
      );
};

const naming = (node: FlowNode): { elementId: string; text: string }[] => [
  ...(node.properties.vierAugen ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'ja')
    .map((text) => ({ elementId: node.id, text })),
  ...[...node.inputs, ...node.outputs].flatMap(({ source }) => textsIn(source).map((text) => ({ elementId: node.id, text }))),
];

/** Messages that models wait for, against those the services send, and the key they send them with. */
const checkMessage = (world: World, path: string, node: FlowNode, report: Report): void => {
  if (node.message === null || node.type.endsWith('ThrowEvent') || node.type === 'endEvent') return;
  const place = { path, elementId: node.id };
  const sent = world.contract.messages.get(node.message);
  if (!sent) {
    const close = nearest(node.message, world.contract.messages.keys());
    report(place, 'message-name', `Die Nachricht ${inQuotes(node.message)} schickt hier niemand.${close}`);
    return;
  }
  const key = node.expressions.find(({ where }) => where === 'Der Schlüssel der Nachricht')?.text.replaceAll(/\s/g, '');
  const isStart = node.type === 'startEvent' && node.scope === null;
  if (isStart ? sent.key === 'start' : key === `=${sent.key}`) return;
  const wanted = sent.key === 'start' ? 'sie beginnt einen Ablauf' : `ihr Schlüssel ist =${sent.key}`;
  report(place, 'message-key', `Die Nachricht ${inQuotes(node.message)} kommt so nicht an: ${wanted}.`);
};

/** Groups, steps and messages that models name: each must exist. */
export const checkNames = (world: World, _: Analysed, report: Report): void => {
  const ids = new Set(world.set.flows.flatMap(({ flow }) => flow.nodes.map(({ id }) => id)));
  for (const { path, flow } of world.set.flows)
    for (const node of flow.nodes) {
      checkGroups(world, path, node, report);
      checkMessage(world, path, node, report);
      checkIds(path, ids, naming(node), report);
      if (node.properties.skill !== undefined && !world.contract.skills.has(node.properties.skill))
        report(
          { path, elementId: node.id },
          'skill-unknown',
          `Genannt ist die Befähigung ${inQuotes(node.properties.skill)}; die gibt es nicht.${nearest(node.properties.skill, world.contract.skills)}`,
        );
    }
  for (const { path, decisions } of world.set.tables)
    for (const { rules } of decisions)
      for (const row of rules)
        checkIds(
          path,
          ids,
          [...row.inputs, ...row.outputs].flatMap((cell) => textsIn(cell).map((text) => ({ elementId: row.id, text }))),
          report,
        );
};
