import { type FactKey, facts } from '../../office/index.ts';
import type { FlowNode } from '../../reading/index.ts';
import { bare, isExpression, sayReads } from '../check/promises/feel-reads.ts';
import { rootOf } from '../check/promises/flow-of-values.ts';
import type { FormPart } from '../check/promises/form-parts.ts';
import type { Decision, FlowFile, FormFile, TableFile } from '../check/promises/live-set.ts';
import type { World } from '../check/promises/world.ts';
import { atLine, atNode, byProgram, type Use } from './use.ts';

const reads = (text: string, name: string): boolean => sayReads(bare(text)).reads.some((read) => read.name === name);
const readsAsFeel = (text: string | null | undefined, name: string): boolean => !!text && isExpression(text) && reads(text, name);
/** „Die Bedingung“ → „liest die Bedingung“. */
const readBy = (where: string): string => `liest ${where.charAt(0).toLowerCase()}${where.slice(1)}`;

const inMappings = ({ inputs, outputs }: FlowNode, name: string): string[] =>
  [...inputs, ...outputs].flatMap(({ source, target }) => {
    const [given, set] = [readsAsFeel(source, name), rootOf(target) === name];
    return given ? ['gibt es weiter'] : set ? ['setzt'] : [];
  });

const inStep = ({ contract }: World, node: FlowNode, name: string): string[] => {
  const worker = contract.workers.get(node.jobType ?? '');
  const carried = contract.messages.get(node.message ?? '')?.variables ?? {};
  return [
    ...inMappings(node, name),
    ...node.expressions.filter(({ text }) => readsAsFeel(text, name)).map(({ where }) => readBy(where)),
    ...(readsAsFeel(node.loop?.collection, name) ? ['liest die Wiederholung'] : []),
    ...(node.loop?.element === name ? ['setzt die Wiederholung'] : []),
    ...(node.result === name ? [node.decision === null ? 'setzt das Skript' : 'setzt die Entscheidung'] : []),
    ...(worker?.inputs.has(name) ? [`braucht der Dienst ${node.jobType}`] : []),
    ...(worker && Object.hasOwn(worker.output, name) ? [`setzt der Dienst ${node.jobType}`] : []),
    ...(Object.hasOwn(carried, name) ? [`bringt die Nachricht ${node.message}`] : []),
  ];
};

const inFlow = (world: World, file: FlowFile, name: string): Use[] => [
  ...file.flow.nodes.flatMap((node) => inStep(world, node, name).map((how) => atNode(file, node, how))),
  ...file.flow.lines.filter(({ condition }) => readsAsFeel(condition, name)).map((line) => atLine(file, line, readBy('Die Bedingung'))),
];

const inPart = (part: FormPart, name: string): string[] => {
  const asked = part.shownOnly
    ? 'zeigt das Formular'
    : part.forEngine
      ? 'fragt das Formular und schreibt an die Engine'
      : 'fragt das Formular';
  return [
    ...(part.key === name ? [asked] : []),
    ...part.expressions.filter(({ text }) => reads(text, name)).map(({ where }) => readBy(where)),
    ...(part.bounds.includes(name) ? ['begrenzt den Tag'] : []),
  ];
};

const inForm = ({ path, form }: FormFile, name: string): Use[] =>
  form.parts.flatMap((part) =>
    inPart(part, name).map((how) => ({ path, elementId: part.elementId, elementName: part.label || part.key || part.elementId, how })),
  );

const inDecision = ({ inputs, outputs, rules, literal }: Decision, name: string): string[] => {
  const cells = rules.flatMap((row) => [...row.inputs, ...row.outputs]);
  const isRead = [...inputs.map(({ expression }) => expression), ...cells, literal ?? ''].some((text) => reads(text, name));
  return [...(isRead ? ['liest die Tabelle'] : []), ...(outputs.some((column) => column.name === name) ? ['gibt die Tabelle'] : [])];
};

const inTable = ({ path, decisions }: TableFile, name: string): Use[] =>
  decisions.flatMap((decision) =>
    inDecision(decision, name).map((how) => ({ path, elementId: decision.id, elementName: decision.name, how })),
  );

const isFact = (name: string): name is FactKey => Object.hasOwn(facts, name);

/** The program reads it from the facts of a case (services/office/facts.ts). */
const inProgram = (name: string): Use[] => {
  const needed = isFact(name) && facts[name].neededBy;
  return needed ? [byProgram(`braucht das Programm: ${needed}`)] : [];
};

/**
 * Who asks, sets, hands on and reads a variable or a field, by its name. `within`: of processes only these (shared-by.ts); forms and tables all, because
 * answers stay with the case.
 */
export const usesOfVariable = (world: World, name: string, within?: ReadonlySet<string>): Use[] => [
  ...inProgram(name),
  ...world.set.forms.flatMap((file) => inForm(file, name)),
  ...world.set.flows.flatMap((file) => (within?.has(file.flow.id) === false ? [] : inFlow(world, file, name))),
  ...world.set.tables.flatMap((file) => inTable(file, name)),
];
