import { bare, sayReads } from './feel-reads.ts';
import type { Analysed } from './flow-of-values.ts';
import type { FormPart } from './form-parts.ts';
import type { FlowFile } from './live-set.ts';
import { inMappings, readByProcess } from './names-read.ts';
import { inQuotes, type Report } from './report.ts';
import { calledBy, type World } from './world.ts';

type Asked = { path: string; part: FormPart & { key: string } };

/** Answers of a form, field by field; what it only shows and what stands in a list is none. */
const askedBy = (world: World, formId: string): Asked[] => {
  const file = world.forms.get(formId);
  return (file?.form.parts ?? []).flatMap((part) =>
    part.key !== null && !part.shownOnly && part.inList === null ? [{ path: file?.path ?? '', part: { ...part, key: part.key } }] : [],
  );
};

/** A process reads what a form asks at one of its steps: without the mark it reads something older, or nothing. */
const checkUnmarked = (world: World, { flow }: FlowFile, report: Report): void => {
  const read = new Set([
    ...flow.nodes.flatMap(({ inputs, outputs }) => inMappings([...inputs, ...outputs])),
    ...flow.lines.flatMap(({ condition }) => sayReads(bare(condition ?? '')).reads.map(({ name }) => name)),
  ]);
  for (const { path, part } of flow.nodes.flatMap(({ formId }) => askedBy(world, formId ?? '')))
    if (!part.forEngine && read.has(part.key))
      report(
        { path, elementId: part.elementId },
        'engine-mark',
        `Der Ablauf ${inQuotes(flow.name)} liest ${inQuotes(part.key)}; das Feld ist nicht für die Engine markiert (Eigenschaft engine = true).`,
      );
};

const takenOut = (world: World, id: string): string[] =>
  world.set.flows.flatMap(({ flow }) =>
    flow.nodes.flatMap(({ called, outputs }) => (called !== null && calledBy(world, called).includes(id) ? inMappings(outputs) : [])),
  );

/** The other way round: a mark says that a process reads the answer. Where none of those that ask it does, a mapping has been lost. */
const checkIdleMarks = (world: World, report: Report): void => {
  for (const { form } of world.set.forms) {
    const showing = world.set.flows.filter(({ flow }) => flow.nodes.some(({ formId }) => formId === form.id));
    const read = new Set(showing.flatMap(({ flow }) => [...readByProcess(world, flow.id), ...takenOut(world, flow.id)]));
    for (const { path, part } of showing.length === 0 ? [] : askedBy(world, form.id))
      if (part.forEngine && !read.has(part.key))
        report(
          { path, elementId: part.elementId },
          'mark-unread',
          `${inQuotes(part.key)} ist für die Engine markiert (Eigenschaft engine = true), aber kein Ablauf mit diesem Formular liest es.`,
        );
  }
};

/** Answers that go to the engine, against the processes that read them there: what is marked, and nothing else, gets there (docs/adr/0006). */
export const checkMarks = (world: World, _: Analysed, report: Report): void => {
  for (const file of world.set.flows) checkUnmarked(world, file, report);
  checkIdleMarks(world, report);
};
