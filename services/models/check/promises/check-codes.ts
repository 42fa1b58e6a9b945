import { readTokens } from '../feel-tokens.ts';
import { bare, isExpression, sayReads } from './feel-reads.ts';
import type { Analysed } from './flow-of-values.ts';
import { codesOfServices, givenIn } from './known-codes.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

const textsIn = (text: string): string[] => readTokens(text).flatMap(({ kind, text: each }) => (kind === 'text' ? [each] : []));

/** Codes that a condition, a table, a form or a service asks for. */
const askedCodes = (world: World): Set<string> => {
  const { flows, forms, tables } = world.set;
  const rows = tables.flatMap(({ decisions }) => decisions.flatMap(({ rules }) => rules));
  const texts = [
    ...flows.flatMap(({ flow }) => [
      ...flow.lines.flatMap(({ condition }) => condition ?? []),
      ...flow.nodes.flatMap(({ inputs, outputs, expressions }) => [
        ...[...inputs, ...outputs].map(({ source }) => source),
        ...expressions.map(({ text }) => text),
      ]),
    ]),
    ...forms.flatMap(({ form }) => form.parts.flatMap(({ expressions }) => expressions.map(({ text }) => text))),
    ...rows.flatMap(({ outputs }) => outputs),
  ];
  return new Set([
    ...codesOfServices(world),
    ...rows.flatMap(({ inputs }) => inputs.flatMap(textsIn)),
    ...texts.flatMap((text) => sayReads(bare(text)).comparisons.map(({ code }) => code)),
  ]);
};

const word = /[A-Z][A-Z0-9_]+/g;

/** A code that a mapping sets and nothing asks for: it is there for people to read, and the process says so in its own words, or it is a slip of the keys. */
export const checkCodes = (world: World, _: Analysed, report: Report): void => {
  const asked = askedCodes(world);
  for (const { path, flow } of world.set.flows) {
    const said = new Set(flow.documentation.match(word));
    for (const node of flow.nodes)
      for (const { source, target } of [...node.inputs, ...node.outputs])
        for (const text of isExpression(source) ? givenIn(source) : [JSON.stringify(source)]) {
          const code = text.slice(1, -1);
          if (!/^[A-Z][A-Z0-9_]+$/.test(code) || asked.has(text) || said.has(code)) continue;
          report(
            { path, elementId: node.id },
            'code-unasked',
            `Nach dem Wert ${inQuotes(code)} für ${inQuotes(target)} fragt nichts. Ist er nur zum Nachlesen da, nennt ihn die Beschreibung des Ablaufs.${nearest(code, said)}`,
          );
        }
  }
};
