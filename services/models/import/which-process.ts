import { Conflict, Invalid } from '../../platform/errors.ts';
import { childrenOf, walkNodes, type XmlNode } from './xml-node.ts';

export const isStep = ({ name }: XmlNode): boolean =>
  /^bpmn:(?!global)(?:task|.*(?:Task|Event|Gateway)|callActivity|.*[sS]ubProcess|transaction)$/.test(name);

/** Some tools write references as names with a prefix. */
export const refersTo = (reference: string | undefined, id: string | undefined): boolean =>
  reference !== undefined && id !== undefined && (reference === id || reference.slice(reference.indexOf(':') + 1) === id);

export const participantsOf = (definitions: XmlNode): XmlNode[] =>
  childrenOf(definitions, 'bpmn:collaboration').flatMap((each) => childrenOf(each, 'bpmn:participant'));

/** What people call it: its pool, else itself. Empty where neither has a name. */
export const titleOf = (process: XmlNode, participants: readonly XmlNode[]): string =>
  (
    participants.find(({ attributes }) => refersTo(attributes.processRef, process.attributes.id))?.attributes.name?.trim() ||
    process.attributes.name?.trim() ||
    ''
  ).replace(/\s+/g, ' ');

/** One of the processes of a file that could be ours. `id` is the one it has in the file. */
export type Choice = { id: string; name: string; steps: number };

const elsewhere: [name: string, sentence: string][] = [
  ['bpmn:choreography', 'Die Datei enthält eine Choreographie, keinen Ablauf mit Schritten. Lotse führt nur Abläufe aus.'],
  [
    'bpmn:conversation',
    'Die Datei enthält nur ein Gespräch zwischen Beteiligten, keinen Ablauf mit Schritten. Bitte den Ablauf der Behörde dazu zeichnen.',
  ],
];

const assertProcess = (definitions: XmlNode, white: readonly XmlNode[]): void => {
  if (white.length > 0) return;
  const names = new Set([...walkNodes(definitions)].map(({ name }) => name));
  for (const [name, sentence] of elsewhere) if (names.has(name)) throw new Invalid(sentence);
  if (!names.has('bpmn:process')) throw new Invalid('Die Datei enthält keinen Prozess.');
  throw new Invalid('Der Prozess in der Datei hat keine Schritte.');
};

/** Processes with steps of their own that are drawn. Throws Invalid where there is none. */
export const whiteProcesses = (definitions: XmlNode): { process: XmlNode; choice: Choice }[] => {
  const participants = participantsOf(definitions);
  const white = childrenOf(definitions, 'bpmn:process').filter((process) => process.children.some(isStep));
  assertProcess(definitions, white);
  const shown = [...walkNodes(definitions)].flatMap(({ name, attributes }) =>
    name === 'bpmndi:BPMNShape' && attributes.bpmnElement ? [attributes.bpmnElement] : [],
  );
  const drawn = new Set(shown.flatMap((id) => [id, id.slice(id.indexOf(':') + 1)]));
  const found = white.flatMap((process) => {
    const steps = [...walkNodes(process)].filter((each) => isStep(each) && drawn.has(each.attributes.id ?? '')).length;
    return steps > 0 ? [{ process, choice: { id: process.attributes.id ?? '', name: titleOf(process, participants), steps } }] : [];
  });
  if (found.length === 0)
    throw new Invalid('Die Datei enthält keine Zeichnung, nur den Ablauf. Bitte im anderen Werkzeug mit Diagramm speichern.');
  return found;
};

const say = ({ name, id, steps }: Choice): string => `„${name || id || 'ohne Namen'}“ (${steps === 1 ? '1 Schritt' : `${steps} Schritte`})`;

/**
 * The one process that becomes ours. Where several have steps, only people know: throws Conflict with `details.choices`, and is called again with the `id`
 * of one of them.
 */
export const chooseProcess = (definitions: XmlNode, wanted: string | undefined): XmlNode => {
  const found = whiteProcesses(definitions);
  const choices = found.map(({ choice }) => choice);
  const [only] = found;
  const chosen = found.find(({ choice }) => choice.id === wanted) ?? (found.length === 1 && wanted === undefined ? only : undefined);
  if (chosen) return chosen.process;
  if (wanted !== undefined) throw new Invalid(`Einen Ablauf „${wanted}“ mit Schritten gibt es in der Datei nicht.`);
  throw new Conflict(
    `In der Datei haben mehrere Beteiligte eigene Schritte: ${choices.map(say).join(', ')}. Welcher Ablauf ist der unsere?`,
    {
      choices,
    },
  );
};
