import { readTokens } from '../feel-tokens.ts';
import { sayReads } from './feel-reads.ts';
import type { Analysed } from './flow-of-values.ts';
import { isParagraph, knownCodes } from './known-codes.ts';
import type { Decision, TableFile } from './live-set.ts';
import { readByDecision } from './names-read.ts';
import { inQuotes, nearest, type Report, sayCode } from './report.ts';
import { type Env, merge, type Value } from './values.ts';
import type { World } from './world.ts';

type Asked = { decision: Decision; env: Env };

/** Steps that ask a table must be able to give all it reads. Returns what each table, and each it builds on, is asked with. */
const checkAsked = (world: World, { around, open }: Analysed, report: Report): Asked[] => {
  const asked: Asked[] = [];
  for (const { path, flow } of world.set.flows) {
    for (const node of flow.nodes) {
      const [found, env] = [world.decisions.get(node.decision ?? ''), around.get(flow.id)?.get(node.id)?.inside];
      if (!found || !env || open.has(flow.id)) continue;
      for (const decision of [
        found.decision,
        ...found.decision.requires.flatMap((each) => world.decisions.get(each.decision)?.decision ?? []),
      ])
        asked.push({ decision, env });
      for (const name of readByDecision(world, found.decision))
        if (!env.has(name))
          report(
            { path, elementId: node.id },
            'table-input',
            `Die Tabelle ${inQuotes(found.decision.name)} (${found.file.path}) liest ${inQuotes(name)}, das davor nichts schreibt.${nearest(name, env.keys())}`,
          );
    }
  }
  return asked;
};

const textsIn = (cell: string): string[] => readTokens(cell).flatMap(({ kind, text }) => (kind === 'text' && text !== '""' ? [text] : []));

/** What a column can hold, over all that ask its table; undefined: anything. */
const codesOf = (name: string, asked: readonly Asked[]): ReadonlySet<string> | undefined => {
  const values = asked.flatMap(({ env }) => env.get(name) ?? []);
  const [first, ...rest] = values;
  const all = first && rest.reduce<Value>(merge, first);
  return all?.codes && all.codes.size > 0 ? all.codes : undefined;
};

/** A table may know more codes than its callers give today, but none that nothing knows. */
const checkCells = (
  { path, decisions }: TableFile,
  asked: ReadonlyMap<string, Asked[]>,
  known: ReadonlySet<string>,
  report: Report,
): void => {
  for (const { id, inputs, rules } of decisions) {
    inputs.forEach(({ expression, label }, index) => {
      const codes = codesOf(expression, asked.get(id) ?? []);
      for (const row of rules)
        for (const code of textsIn(row.inputs[index] ?? '')) {
          if (codes?.has(code) || known.has(code) || isParagraph(code)) continue;
          report(
            { path, elementId: row.id },
            'code-unknown',
            `Die Spalte ${inQuotes(label || expression)} vergleicht mit ${sayCode(code)}; diesen Wert gibt nichts: kein Formular, keine Tabelle, kein Dienst und kein Beispiel.`,
          );
        }
    });
  }
};

/** Texts in what a row works out, and codes it asks for there. */
const checkExpressions = ({ path, decisions }: TableFile, asked: ReadonlyMap<string, Asked[]>, report: Report): void => {
  for (const { id, rules } of decisions)
    for (const row of rules)
      for (const { name, code } of row.outputs.flatMap((cell) => sayReads(cell).comparisons)) {
        const codes = codesOf(name, asked.get(id) ?? []);
        if (codes && !codes.has(code))
          report(
            { path, elementId: row.id },
            'code-unknown',
            `Die Zeile vergleicht ${inQuotes(name)} mit ${sayCode(code)}; das kann es nie sein.`,
          );
      }
};

/** Tables against the steps that ask them and the codes there are. */
export const checkTables = (world: World, analysed: Analysed, report: Report): void => {
  const asked = Map.groupBy(checkAsked(world, analysed, report), ({ decision }) => decision.id);
  const known = knownCodes(world);
  for (const file of world.set.tables) {
    checkCells(file, asked, known, report);
    checkExpressions(file, asked, report);
  }
};
