import type { Releases } from '../engine/releases/index.ts';
import { listNamedNorms, type NamedNorm, readNorms } from '../legal/index.ts';
import { type DecisionTable, readDecisionTables, readXml, walk, type XmlElement } from '../reading/index.ts';
import { makeEntry } from './make-entry.ts';
import type { DecisionPlace, Entry } from './types.ts';

const childrenOf = (element: XmlElement, name: string): XmlElement[] => element.children.filter((each) => each.name === name);

/** What is said of a decision as a whole: its description, its properties, its columns. */
const saidOfTables = (content: string): Map<string, string[]> =>
  new Map(
    [...walk(readXml(content))]
      .filter((element) => element.name === 'decision')
      .map((decision) => [
        decision.attributes.id ?? '',
        [
          ...childrenOf(decision, 'description').map((each) => each.text),
          ...childrenOf(decision, 'extensionElements')
            .flatMap((each) => [...walk(each)])
            .filter((each) => each.name === 'property')
            .map((each) => each.attributes.value ?? ''),
        ],
      ]),
  );

/** Columns about norms hold sections as codes: `"18g"` is § 18g AufenthG. */
const codesIn = (cells: readonly (string | undefined)[]): NamedNorm[] =>
  cells
    .flatMap((cell) => [...(cell ?? '').matchAll(/"(\d+[a-z]?)"/g)].map((match) => match[1] ?? ''))
    .filter((section) => readNorms().AufenthG?.includes(section))
    .map((section) => ({ law: 'AufenthG', section, paragraphs: [], start: 0, end: 0 }));

const sectionsIn = (text: string): Set<string> => new Set(listNamedNorms(text).map(({ law, section }) => `${section} ${law}`));

const entriesOf = (table: DecisionTable, said: readonly string[]): Entry<DecisionPlace>[] => {
  const place = { kind: 'decisions' as const, decisionId: table.id, name: table.name };
  const aboutNorms = (text: string): boolean => /norm/i.test(text);
  const inputs = table.inputs.flatMap((input, index) => (aboutNorms(`${input.label} ${input.expression}`) ? [index] : []));
  const outputs = table.outputs.flatMap((output, index) => (aboutNorms(`${output.label} ${output.name}`) ? [index] : []));
  return [
    ...[...said, table.name, ...table.inputs.map((each) => each.label), ...table.outputs.map((each) => each.label)].flatMap((text) =>
      makeEntry({ ...place, ruleId: null }, text, text),
    ),
    ...table.rules.flatMap((rule) => {
      const codes = codesIn([...inputs.map((index) => rule.inputs[index]), ...outputs.map((index) => rule.outputs[index])]);
      const about = [rule.annotation, ...rule.inputs, ...rule.outputs].join(' ');
      const told = sectionsIn(rule.annotation);
      // What the reason of a row says already need not be said again by its cells.
      const cited = [...rule.inputs, ...rule.outputs]
        .filter((cell) => !sectionsIn(cell).isSubsetOf(told))
        .map((cell) => cell.replaceAll('"', ''));
      return makeEntry({ ...place, ruleId: rule.id }, [rule.annotation, ...cited].filter((text) => text !== '').join(' · '), about, codes);
    }),
  ];
};

/** What decisions and their rows say of the law. */
export const readDecisions = async (releases: Releases): Promise<Entry<DecisionPlace>[]> => {
  const files = await releases.list({ kind: 'dmn', currentOnly: true });
  const contents = await Promise.all(files.map((file) => releases.findContent(file.plainId, 'dmn')));
  return contents.flatMap((file) => {
    if (!file) return [];
    const said = saidOfTables(file.content);
    return readDecisionTables(file.content).flatMap((table) => entriesOf(table, said.get(table.id) ?? []));
  });
};
