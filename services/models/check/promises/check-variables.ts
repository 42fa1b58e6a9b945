import type { Flow, FlowNode } from '../../../reading/index.ts';
import { readTokens } from '../feel-tokens.ts';
import { bare, givenBy, isExpression, type Read, sayReads, valueAt } from './feel-reads.ts';
import { type Analysed, type Around, rootOf } from './flow-of-values.ts';
import { knownCodes } from './known-codes.ts';
import { inQuotes, nearest, type Place, type Report, sayCode } from './report.ts';
import type { Env } from './values.ts';
import type { World } from './world.ts';

/** Text of a model that reads variables, and what they can hold where it is worked out. */
export type ReadPlace = { elementId: string; where: string; text: string; env: Env };

const fromMappings = (node: FlowNode, mappings: FlowNode['inputs'], start: Env): ReadPlace[] => {
  const env = new Map(start);
  return mappings.map(({ source, target }) => {
    const place = { elementId: node.id, where: `Die Zuordnung zu ${inQuotes(target)}`, text: source, env: new Map(env) };
    env.set(rootOf(target), givenBy(source, env));
    return place;
  });
};

/** Everything a step works out, in the order the engine does. */
const placesOf = (node: FlowNode, { before, inside, done }: Around): ReadPlace[] => [
  ...(node.loop?.collection ? [{ elementId: node.id, where: 'Die Liste der Wiederholung', text: node.loop.collection, env: before }] : []),
  ...fromMappings(node, node.inputs, before),
  ...node.expressions.map(({ where, text }) => ({ elementId: node.id, where, text, env: inside })),
  ...fromMappings(node, node.outputs, done),
];

const readPlaces = (flow: Flow, around: ReadonlyMap<string, Around> | undefined): ReadPlace[] => [
  ...flow.nodes.flatMap((node) => {
    const found = around?.get(node.id);
    return found ? placesOf(node, found) : [];
  }),
  ...flow.lines.flatMap(({ id, from, condition }) => {
    const env = around?.get(from)?.after;
    return env && condition !== null ? [{ elementId: id, where: 'Die Bedingung', text: condition, env }] : [];
  }),
];

const producers = 'kein Formularfeld für die Engine, keine Zuordnung, kein Auftrag, keine Tabelle und keine Nachricht';

const unwritten = (where: string, name: string, env: Env): string =>
  `${where} liest ${inQuotes(name)}, das davor nichts schreibt: ${producers}.${nearest(name, env.keys())}`;

type Checked = { place: Place; where: string; env: Env; isOpen: boolean };

const placeOfCall = (call: string): Place => {
  const [path = '', elementId = ''] = call.split('#');
  return { path, elementId };
};

const checkRead = ({ place, where, env, isOpen }: Checked, read: Read, asked: boolean, report: Report): void => {
  const value = env.get(read.name);
  if (!value) {
    if (!isOpen) report(place, 'variable-unwritten', unwritten(where, read.name, env));
    return;
  }
  for (const call of asked ? [] : value.missingIn) {
    report(
      placeOfCall(call),
      'variable-not-given',
      `Der gerufene Ablauf liest ${inQuotes(read.name)} (${place.path}, ${place.elementId}); dieser Aufruf gibt es ihm nicht.`,
    );
  }
  const [field] = read.path;
  if (field !== undefined && value.fields && !value.fields.has(field))
    report(
      place,
      'variable-unwritten',
      `${where} liest ${inQuotes([read.name, ...read.path].join('.'))}; ein Ergebnis ${inQuotes(field)} gibt ${inQuotes(read.name)} nicht her.${nearest(field, value.fields.keys())}`,
    );
};

/** The code that is compared is none its writers can give: the comparison never holds. */
const checkCodes = (place: Place, where: string, text: string, env: Env, report: Report): void => {
  for (const comparison of sayReads(text).comparisons) {
    const value = valueAt(env, comparison);
    if (!value?.codes || value.codes.size === 0 || value.codes.has(comparison.code)) continue;
    const name = [comparison.name, ...comparison.path].join('.');
    report(
      place,
      'code-unknown',
      `${where} vergleicht ${inQuotes(name)} mit ${sayCode(comparison.code)}; das kann es nie sein, nur ${[...value.codes].map(sayCode).join(', ')}.`,
    );
  }
};

/** Every text that stands beside `=` or `!=`, whatever it is compared with. */
const comparedIn = (text: string): string[] => {
  const tokens = readTokens(text);
  const beside = (index: number): boolean =>
    [tokens[index - 1]?.text, tokens[index + 1]?.text].some((each) => each === '=' || each === '!=');
  return tokens.flatMap((token, index) => (token.kind === 'text' && token.text !== '""' && beside(index) ? [token.text] : []));
};

/** Variables that conditions, mappings, timers, keys and groups read, against what comes before them. */
export const checkVariables = (world: World, { around, open }: Analysed, report: Report): void => {
  const known = knownCodes(world);
  for (const { path, flow } of world.set.flows) {
    for (const { elementId, where, text, env } of readPlaces(flow, around.get(flow.id))) {
      if (!isExpression(text)) continue;
      const place = { path, elementId };
      const said = sayReads(bare(text));
      for (const read of said.reads)
        checkRead(
          { place, where, env, isOpen: open.has(flow.id) },
          read,
          said.askedForNull.has([read.name, ...read.path].join('.')),
          report,
        );
      checkCodes(place, where, bare(text), env, report);
      for (const code of comparedIn(bare(text)))
        if (!known.has(code)) report(place, 'code-unknown', `${where} vergleicht mit ${sayCode(code)}; diesen Wert gibt nichts.`);
    }
  }
};
