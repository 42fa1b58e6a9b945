import { type FactKey, facts } from '../../../office/index.ts';
import type { Analysed } from './flow-of-values.ts';
import type { FormPart } from './form-parts.ts';
import type { FlowFile } from './live-set.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import { calledBy, type World } from './world.ts';

const keys = Object.keys(facts) as FactKey[];

/** A process with the blocks it calls by name: what it asks, the jobs it has done, and the fixed values it gives (`bescheidTyp=VERS`). */
type Reach = { asks: Set<string>; has: Set<string> };

const reachOf = (world: World, { flow }: FlowFile, seen: ReadonlySet<string> = new Set()): Reach => {
  const reach: Reach = { asks: new Set(), has: new Set() };
  if (seen.has(flow.id)) return reach;
  for (const { formId, jobType, inputs, called } of flow.nodes) {
    for (const { key } of (formId ? world.forms.get(formId)?.form.parts : undefined) ?? []) if (key) reach.asks.add(key);
    if (jobType) reach.has.add(jobType);
    for (const { source, target } of inputs) if (/^="\w+"$/.test(source)) reach.has.add(`${target}=${source.slice(2, -1)}`);
    for (const id of called && !called.trimStart().startsWith('=') ? calledBy(world, called) : []) {
      const callee = world.flows.get(id);
      const below = callee && reachOf(world, callee, new Set([...seen, flow.id]));
      for (const each of below?.asks ?? []) reach.asks.add(each);
      for (const each of below?.has ?? []) reach.has.add(each);
    }
  }
  return reach;
};

/** Fields of forms that some live step shows. */
const askedIn = (world: World): { part: FormPart; path: string; key: string }[] => {
  const shown = new Set(world.set.flows.flatMap(({ flow }) => flow.nodes.flatMap(({ formId }) => formId ?? [])));
  return world.set.forms
    .filter(({ form }) => shown.has(form.id))
    .flatMap(({ path, form }) =>
      form.parts.flatMap((part) => (part.key !== null && part.inList === null ? [{ part, path, key: part.key }] : [])),
    );
};

/** Only where a clause follows there is a comma. */
const neededFor = (key: FactKey): string => {
  const { neededBy = '' } = facts[key];
  return /^(?:um|damit) /.test(neededBy) ? `, ${neededBy}` : ` ${neededBy}`;
};

/** Names the program does not know: one of them may have been meant. */
const others = (names: ReadonlySet<string>): string[] => [...names].filter((name) => !keys.some((key) => key === name));

/** Ways to ask for each kind; a field of another type would be read as nothing. */
const types: Record<(typeof facts)[FactKey]['kind'], (part: FormPart) => boolean> = {
  text: ({ type }) => ['textfield', 'textarea'].includes(type),
  code: ({ type }) => ['radio', 'select'].includes(type),
  day: ({ type }) => type === 'datetime',
  yes: ({ type, codes }) => type === 'checkbox' || (['radio', 'select'].includes(type) && codes.includes('JA')),
  number: ({ type }) => type === 'number',
  list: ({ type }) => ['checklist', 'taglist', 'dynamiclist'].includes(type),
};

/** Facts the program needs (services/office/facts.ts): asked by a form that some step shows, and in a way that the program reads. */
export const checkFacts = (world: World, _: Analysed, report: Report): void => {
  const fields = askedIn(world);
  const names = new Set(fields.map(({ key }) => key));
  const needed = keys.filter((key) => facts[key].asked === 'form' && facts[key].neededBy);
  for (const key of needed)
    if (!names.has(key))
      report(
        { path: '', elementId: '' },
        'fact-unasked',
        `Kein Schritt fragt ${inQuotes(key)} mehr; das wird gebraucht${neededFor(key)}.${nearest(key, others(names))}`,
      );
  for (const { part, path, key } of fields) {
    const fact = keys.find((each) => each === key);
    if (fact && facts[fact].neededBy && !part.shownOnly && !types[facts[fact].kind](part))
      report(
        { path, elementId: part.elementId },
        'fact-kind',
        `Das Programm kann die Antwort auf ${inQuotes(key)} so nicht lesen; sie wird gebraucht${neededFor(fact)}.`,
      );
  }
  for (const file of world.set.flows.filter(({ flow }) => flow.properties.art !== 'baustein')) {
    const { asks, has } = reachOf(world, file);
    for (const key of needed) {
      const cause = facts[key].at?.find((each) => has.has(each));
      if (cause && names.has(key) && !asks.has(key))
        report(
          { path: file.path, elementId: file.flow.id },
          'fact-unasked',
          `Dieser Ablauf fragt ${inQuotes(key)} nicht; das wird gebraucht${neededFor(key)} (${cause}).${nearest(key, others(asks))}`,
        );
    }
  }
};
