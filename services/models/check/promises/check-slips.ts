import { facts } from '../../../office/index.ts';
import { bare, isExpression, sayReads } from './feel-reads.ts';
import type { Analysed } from './flow-of-values.ts';
import { codesOfServices, givenIn } from './known-codes.ts';
import { readByForm } from './names-read.ts';
import { inQuotes, type Place, type Report } from './report.ts';
import type { World } from './world.ts';

type Said = { word: string; place: Place };

/** One letter too many, too few, another one, or two that changed places. */
const isSlip = (one: string, other: string): boolean => {
  if (one === other || Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 3) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [left, right] = [one.slice(from), other.slice(from)];
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return (
    swapped ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (one.length > 5 && left.slice(1) === right.slice(1) && /[a-z]/i.test(left))
  );
};

const near = (word: string, known: Iterable<string>): string | undefined => [...known].find((each) => isSlip(word, each));

type Given = Said & { of: string };

/** Codes that models offer or set, each with its place and the field or variable it is for. */
const givenCodes = ({ set }: World): Given[] => [
  ...set.forms.flatMap(({ path, form }) =>
    form.parts.flatMap(({ key, codes, elementId }) =>
      codes.map((code) => ({ word: JSON.stringify(code), of: key ?? '', place: { path, elementId } })),
    ),
  ),
  ...set.flows.flatMap(({ path, flow }) =>
    flow.nodes.flatMap(({ id, inputs, outputs }) =>
      [...inputs, ...outputs].flatMap(({ source, target }) =>
        isExpression(source) ? givenIn(source).map((word) => ({ word, of: target, place: { path, elementId: id } })) : [],
      ),
    ),
  ),
];

/** Codes that models compare with, by what they compare. */
const askedCodes = ({ set }: World): Map<string, Set<string>> => {
  const texts = [
    ...set.forms.flatMap(({ form }) => form.parts.flatMap(({ expressions }) => expressions.map(({ text }) => text))),
    ...set.flows.flatMap(({ flow }) => flow.lines.flatMap(({ condition }) => condition ?? [])),
  ];
  const asked = new Map<string, Set<string>>();
  for (const { name, code } of texts.flatMap((text) => sayReads(bare(text)).comparisons))
    asked.set(name, new Set([...(asked.get(name) ?? []), code]));
  return asked;
};

/** Enough places for a code to be one of the office's words: JA, NEIN, ERTEILT. */
const COMMON = 3;

const checkCodes = (world: World, report: Report): void => {
  const given = givenCodes(world);
  const places = Map.groupBy(given, ({ word }) => word);
  const byName = Map.groupBy(given, ({ of }) => of);
  const asked = askedCodes(world);
  const common = [...places].filter(([, all]) => all.length >= COMMON).map(([word]) => word);
  const known = codesOfServices(world);
  for (const [word, [only, more]] of places) {
    if (!only || more || asked.get(only.of)?.has(word) || known.includes(word) || !/[A-Z]{2}/.test(word)) continue;
    const others = (byName.get(only.of) ?? [])
      .filter(({ place }) => place !== only.place && place.path !== only.place.path)
      .map((each) => each.word);
    const meant = near(word, [...common, ...others, ...(asked.get(only.of) ?? [])]);
    if (meant)
      report(
        only.place,
        'code-slip',
        `Den Wert ${inQuotes(word.slice(1, -1))} kennt sonst nichts. Gemeint ist vielleicht ${inQuotes(meant.slice(1, -1))}.`,
      );
  }
};

const checkKeys = (world: World, report: Report): void => {
  const fields: Said[] = world.set.forms.flatMap(({ path, form }) =>
    form.parts.flatMap(({ key, elementId }) => (key === null ? [] : [{ word: key, place: { path, elementId } }])),
  );
  const places = Map.groupBy(fields, ({ word }) => word);
  const read = new Set([...Object.keys(facts), ...world.set.forms.flatMap(({ form }) => [...readByForm(form.parts)])]);
  const known = new Set([...read, ...places.keys()]);
  for (const [word, all] of places) {
    const [only, more] = all;
    if (!only || more || read.has(word)) continue;
    const meant = near(word, known);
    if (meant) report(only.place, 'key-slip', `Das Feld ${inQuotes(word)} liest nichts. Gemeint ist vielleicht ${inQuotes(meant)}.`);
  }
};

/** Names and codes that stand alone and are nearly those of others: a slip of the keys that no reader misses, because another form asks the same. */
export const checkSlips = (world: World, _: Analysed, report: Report): void => {
  checkCodes(world, report);
  checkKeys(world, report);
};
