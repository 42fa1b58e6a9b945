import { Invalid } from '../../platform/errors.ts';
import type { Notes } from './notes.ts';
import { childrenOf, walkNodes, type XmlNode } from './xml-node.ts';

const isStep = ({ name }: XmlNode): boolean =>
  /^bpmn:(?:task|.*(?:Task|Event|Gateway)|callActivity|.*[sS]ubProcess|transaction)$/.test(name);

const isWhite = (process: XmlNode): boolean => process.children.some(isStep);

/** Some tools write references as names with a prefix. */
const refersTo = (reference: string | undefined, id: string | undefined): boolean =>
  reference !== undefined && id !== undefined && (reference === id || reference.slice(reference.indexOf(':') + 1) === id);

const titleOf = (process: XmlNode, participants: readonly XmlNode[]): string =>
  participants.find(({ attributes }) => refersTo(attributes.processRef, process.attributes.id))?.attributes.name ||
  process.attributes.name ||
  process.attributes.id ||
  'ohne Namen';

/**
 * A file here holds one process. Pools whose inside is not drawn are partners: they stay in the picture. Two pools with steps of their own would be two
 * processes, and which of them is ours only people know.
 */
export const keepOneProcess = (definitions: XmlNode, notes: Notes): XmlNode => {
  const processes = childrenOf(definitions, 'bpmn:process');
  const participants = childrenOf(definitions, 'bpmn:collaboration').flatMap((each) => childrenOf(each, 'bpmn:participant'));
  const white = processes.filter(isWhite);
  if (processes.length === 0) throw new Invalid('Die Datei enthält keinen Prozess.');
  if (white.length > 1) {
    const names = white.map((each) => `„${titleOf(each, participants)}“`).join(', ');
    throw new Invalid(
      `Die Datei enthält ${white.length} Prozesse mit eigenen Schritten (${names}). Hier ist eine Datei ein Prozess: Bitte getrennt speichern oder die anderen Beteiligten zuklappen.`,
    );
  }
  const [process] = white;
  if (!process) throw new Invalid('Der Prozess in der Datei hat keine Schritte.');
  const others = new Set(processes.filter((each) => each !== process));
  definitions.children = definitions.children.filter((each) => !others.has(each));
  for (const participant of participants)
    if (!refersTo(participant.attributes.processRef, process.attributes.id)) delete participant.attributes.processRef;
  const partners = participants.filter(({ attributes }) => !refersTo(attributes.processRef, process.attributes.id));
  if (partners.length > 0) {
    const names = partners.map(({ attributes }) => `„${attributes.name ?? attributes.id}“`).join(', ');
    notes.say(`Die anderen Beteiligten (${names}) sind nur gezeichnet; was zwischen ihnen und uns läuft, braucht Nachrichten.`);
  }
  process.attributes.name ||= titleOf(process, participants);
  return process;
};

export const referenceNames: ReadonlySet<string> = new Set([
  'sourceRef',
  'targetRef',
  'attachedToRef',
  'default',
  'processRef',
  'messageRef',
  'errorRef',
  'signalRef',
  'escalationRef',
  'dataObjectRef',
  'dataStoreRef',
  'categoryValueRef',
  'activityRef',
  'bpmnElement',
  'sourceElement',
  'targetElement',
  'choreographyActivityShape',
]);
/** Elements whose text is an id. */
export const isReferenceText = (name: string): boolean => /^bpmn:(?:incoming|outgoing|flowNodeRef|\w+Ref|\w+Refs)$/.test(name);

/** Nothing may point to what is not there: ways without both ends go, other references are forgotten. */
export const dropDangling = (definitions: XmlNode, notes: Notes): void => {
  for (let again = true; again; ) {
    again = false;
    const ids = new Set(
      [...walkNodes(definitions)].flatMap(({ name, attributes }) =>
        attributes.id && !/^(?:bpmndi|dc|di):/.test(name) ? [attributes.id] : [],
      ),
    );
    for (const node of walkNodes(definitions)) {
      const kept = node.children.filter((child) => {
        if (isReferenceText(child.name) && child.text !== '') return ids.has(child.text);
        const { bpmnElement, sourceRef, targetRef } = child.attributes;
        if (bpmnElement !== undefined && child.name !== 'bpmndi:BPMNPlane') return ids.has(bpmnElement);
        if (!/^bpmn:(?:sequenceFlow|messageFlow|association)$/.test(child.name)) return true;
        const whole = ids.has(sourceRef ?? '') && ids.has(targetRef ?? '');
        if (!whole) notes.count('Wege ohne Anfang oder Ende sind weggelassen', child.attributes.name || child.attributes.id || '');
        return whole;
      });
      if (kept.length < node.children.length) again = true;
      node.children = kept;
      for (const name of referenceNames) {
        const value = node.attributes[name];
        if (value === undefined || ids.has(value) || node.name === 'bpmndi:BPMNPlane') continue;
        if (/^bpmn:(?:sequenceFlow|messageFlow|association)$/.test(node.name)) continue;
        delete node.attributes[name];
      }
    }
  }
};

/** What the ways say, in the order the standard wants: after texts and extensions, before all else. */
export const tieEnds = (definitions: XmlNode): void => {
  const flows = [...walkNodes(definitions)].filter(({ name }) => name === 'bpmn:sequenceFlow');
  for (const node of walkNodes(definitions)) {
    if (!isStep(node)) continue;
    const rest = node.children.filter(({ name }) => name !== 'bpmn:incoming' && name !== 'bpmn:outgoing');
    const first = rest.filter(({ name }) => /^bpmn:(?:documentation|extensionElements)$/.test(name));
    const end = (name: string, side: 'sourceRef' | 'targetRef'): XmlNode[] =>
      flows
        .filter(({ attributes }) => attributes[side] === node.attributes.id)
        .map(({ attributes }) => ({ name, attributes: {}, children: [], text: attributes.id ?? '' }));
    node.children = [
      ...first,
      ...end('bpmn:incoming', 'targetRef'),
      ...end('bpmn:outgoing', 'sourceRef'),
      ...rest.filter((each) => !first.includes(each)),
    ];
  }
};
