import type { Flow, FlowLine, FlowNode } from '../../../reading/index.ts';
import { bare, isExpression, type Read, sayReads, valueAt } from './feel-reads.ts';
import type { Analysed } from './flow-of-values.ts';
import { inQuotes, type Place, type Report, sayCode } from './report.ts';
import type { Env } from './values.ts';
import type { World } from './world.ts';

type Gateway = { place: Place; node: FlowNode; ways: FlowLine[]; env: Env };

const gatewaysOf = (path: string, flow: Flow, around: Analysed['around']): Gateway[] =>
  flow.nodes
    .filter(({ type }) => type === 'exclusiveGateway' || type === 'inclusiveGateway')
    .flatMap((node) => {
      const env = around.get(flow.id)?.get(node.id)?.after;
      const ways = flow.lines.filter(({ from }) => from === node.id);
      return env && ways.length > 1 ? [{ place: { path, elementId: node.id }, node, ways, env }] : [];
    });

const nameOf = ({ name, path }: Read): string => [name, ...path].join('.');

const conditionsOf = ({ ways, node }: Gateway): string[] =>
  ways.flatMap(({ id, condition }) => (id !== node.byDefault && condition !== null && isExpression(condition) ? [bare(condition)] : []));

/** What is null makes every comparison false, and the case walks the default way as if somebody had decided so. */
const checkMissing = (gateway: Gateway, report: Report): void => {
  const said = conditionsOf(gateway).map(sayReads);
  const asked = new Set(said.flatMap(({ askedForNull }) => [...askedForNull]));
  const read = new Map(said.flatMap(({ reads }) => reads).map((each) => [nameOf(each), each]));
  for (const [name, each] of read) {
    const value = valueAt(gateway.env, each);
    if (asked.has(name) || asked.has(each.name) || !value || value.sure) continue;
    report(
      gateway.place,
      'default-hides-missing',
      `Nicht auf jedem Weg hierher ist ${inQuotes(name)} gesetzt. Fehlt es, geht der Vorgang still den Standardweg. Setzen Sie es vorher immer, oder fragen Sie in einer Bedingung nach „${name} = null“.`,
    );
  }
};

const simple = /^([a-zA-Z_]\w*(?:\.\w+)*)\s*=\s*("[^"]*"|true|false)$/;

/** Every way asks the same variable for one code: then it can be said which code each way is for. */
const askedCodes = (gateway: Gateway): { name: string; codes: Set<string> } | undefined => {
  const asked = conditionsOf(gateway).map((text) => simple.exec(text));
  const [name] = new Set(asked.map((match) => match?.[1]));
  if (name === undefined || asked.some((match) => match?.[1] !== name)) return undefined;
  return { name, codes: new Set(asked.flatMap((match) => match?.[2] ?? [])) };
};

const checkRest = (gateway: Gateway, report: Report): void => {
  const { place, node, env } = gateway;
  const asked = askedCodes(gateway);
  if (!asked || node.type !== 'exclusiveGateway') return;
  const [name = '', ...path] = asked.name.split('.');
  const codes = valueAt(env, { name, path })?.codes;
  if (!codes || codes.size === 0) return;
  const rest = [...codes].filter((code) => !asked.codes.has(code));
  if (node.byDefault !== null && rest.length === 0)
    report(
      place,
      'default-unused',
      `Den Standardweg nimmt kein Vorgang: ${inQuotes(asked.name)} hat für jeden seiner Werte einen eigenen Weg.`,
    );
  if (node.byDefault === null && rest.length > 0)
    report(
      place,
      'way-missing',
      `Für ${inQuotes(asked.name)} = ${rest.map(sayCode).join(', ')} fehlt ein Weg; der Vorgang bliebe hier stehen.`,
    );
};

/** What happens where ways part: nothing may be decided by a value that is not there. */
export const checkGateways = (world: World, { around, open }: Analysed, report: Report): void => {
  for (const { path, flow } of world.set.flows) {
    for (const gateway of gatewaysOf(path, flow, around)) {
      if (gateway.node.byDefault !== null && !open.has(flow.id)) checkMissing(gateway, report);
      checkRest(gateway, report);
    }
  }
};
