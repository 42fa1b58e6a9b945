import { BPMN, childOf, documentationOf, extensionOf, propertiesOf } from './bpmn-element.ts';
import { readXml, walk, type XmlElement } from './read-xml.ts';

export type ProcessElement = {
  id: string;
  /** BPMN's own word: userTask, callActivity, intermediateCatchEvent … */
  type: string;
  /** What an event is about: message, timer, error … */
  event: string | null;
  name: string;
  documentation: string;
  properties: Record<string, string>;
  formId: string | null;
  /** FEEL, as the model has it. */
  candidateGroups: string;
  /** Plain id; null where it is worked out at run time. */
  calledProcess: string | null;
  calledDecision: string | null;
  /** The scope or host it belongs to, if not the process itself. */
  parent: string | null;
};

export type ProcessModel = {
  id: string;
  name: string;
  documentation: string;
  properties: Record<string, string>;
  /** Flow nodes in the order of the file; sequence flows are lines, not places. */
  elements: ProcessElement[];
};

const isNode = (element: XmlElement): boolean =>
  element.namespace === BPMN &&
  element.attributes.id !== undefined &&
  /(?:Task|Event|Gateway|callActivity|[sS]ubProcess|^task)$/.test(element.name);

const fixed = (id: string | undefined): string | null => (id === undefined || id.trimStart().startsWith('=') ? null : id);

const eventOf = (element: XmlElement): string | null =>
  element.children.find((each) => each.name.endsWith('EventDefinition'))?.name.replace('EventDefinition', '') ?? null;

const describe = (element: XmlElement): ProcessElement => ({
  id: element.attributes.id ?? '',
  type: element.name,
  event: eventOf(element),
  name: (element.attributes.name ?? '').replace(/\s+/g, ' '),
  documentation: documentationOf(element),
  properties: propertiesOf(element),
  formId: extensionOf(element, 'formDefinition')?.attributes.formId ?? null,
  candidateGroups: extensionOf(element, 'assignmentDefinition')?.attributes.candidateGroups ?? '',
  calledProcess: fixed(extensionOf(element, 'calledElement')?.attributes.processId),
  calledDecision: fixed(extensionOf(element, 'calledDecision')?.attributes.decisionId),
  parent: element.attributes.attachedToRef ?? (element.parent?.name.endsWith('ubProcess') ? (element.parent.attributes.id ?? null) : null),
});

/** A released model in words: what the process and each of its steps say of themselves. The file has passed the strict check at its release. */
export const readProcess = (text: string): ProcessModel => {
  const root = readXml(text);
  const process = childOf(root, BPMN, 'process');
  return {
    id: process?.attributes.id ?? '',
    name: process?.attributes.name ?? process?.attributes.id ?? '',
    documentation: process ? documentationOf(process) : '',
    properties: process ? propertiesOf(process) : {},
    elements: process ? [...walk(process)].filter(isNode).map(describe) : [],
  };
};
