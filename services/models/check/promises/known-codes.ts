import { findUnknownNorms } from '../../../legal/index.ts';
import { readTokens } from '../feel-tokens.ts';
import { isExpression } from './feel-reads.ts';
import type { World } from './world.ts';

const textsIn = (text: string): string[] => readTokens(text).flatMap(({ kind, text: each }) => (kind === 'text' ? [each] : []));

const leaves = (value: unknown): string[] => {
  if (typeof value === 'string') return [JSON.stringify(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
};

/** `valid(…)` and `only` of a joi schema, wherever it stands in it. */
const allowedBy = (description: unknown): string[] => {
  if (typeof description !== 'object' || description === null) return [];
  const { allow } = description as { allow?: unknown };
  return [...leaves(allow), ...Object.values(description).flatMap(allowedBy)];
};

const examplesIn = (text: string): string[] => {
  try {
    const examples: unknown = JSON.parse(text);
    return Array.isArray(examples) ? examples.flatMap((each) => leaves(Object(each).input)) : [];
  } catch {
    return [];
  }
};

const keptByText = new Map<string, string[]>();
const examplesOf = (text: string): string[] => {
  const known = keptByText.get(text) ?? examplesIn(text);
  if (keptByText.size > 200) keptByText.clear();
  keptByText.set(text, known);
  return known;
};

const ofServices = new WeakMap<object, string[]>();

/** Codes of workers, messages and the office. */
export const codesOfServices = ({ contract }: World): string[] => {
  const known = ofServices.get(contract) ?? [
    ...[...contract.workers.values()].flatMap(({ inputs, output }) => [
      ...[...inputs.values()].flatMap(({ schema }) => allowedBy(schema.describe())),
      ...leaves(Object.values(output).filter((each) => typeof each !== 'string')),
    ]),
    ...leaves([...contract.codes]),
    ...[...contract.messages.values()].flatMap(({ variables }) =>
      leaves(Object.values(variables).filter((each) => typeof each !== 'string')),
    ),
  ];
  ofServices.set(contract, known);
  return known;
};

/**
 * Every code that something gives: choices of forms, results of tables, fixed values of mappings, workers, messages, and what examples try. What a model
 * compares with and nothing gives is a slip of the keys.
 */
const kept = new WeakMap<World, Set<string>>();

export const knownCodes = (world: World): ReadonlySet<string> => {
  const known = kept.get(world) ?? codesOf(world);
  kept.set(world, known);
  return known;
};

const codesOf = (world: World): Set<string> =>
  new Set([
    ...codesOfServices(world),
    ...world.set.forms.flatMap(({ form }) => form.parts.flatMap(({ codes }) => codes.map((code) => JSON.stringify(code)))),
    ...world.set.tables.flatMap(({ decisions }) =>
      decisions.flatMap(({ rules }) => rules.flatMap(({ outputs }) => outputs.flatMap(textsIn))),
    ),
    ...world.set.flows.flatMap(({ flow }) =>
      flow.nodes.flatMap(({ inputs, outputs }) =>
        [...inputs, ...outputs].flatMap(({ source }) => (isExpression(source) ? givenIn(source) : [JSON.stringify(source)])),
      ),
    ),
    ...[...world.set.texts].flatMap(([path, text]) => (path.endsWith('.vectors.json') ? examplesOf(text) : [])),
  ]);

/** Texts of a mapping that it can give, not those it compares with. */
export const givenIn = (source: string): string[] => {
  const tokens = readTokens(source);
  return tokens.flatMap(({ kind, text }, index) => {
    const compared = [tokens[index - 1], tokens[index + 1]].some((each) => each?.text === '=' || each?.text === '!=');
    return kind === 'text' && (!compared || index === 1) ? [text] : [];
  });
};

/** `25(5)`, `18g(1)S1`, `60b`: paragraphs stand as codes in tables, and each must be one of the law. */
const paragraph = /^"(\d{1,3}[a-z]?)(?:\(\d+[a-z]?\)(?:S\d)?[A-Z]?)*"$/;

export const isParagraph = (code: string): boolean => {
  const [, section] = paragraph.exec(code) ?? [];
  return section !== undefined && findUnknownNorms(`§ ${section} AufenthG`).length === 0;
};
