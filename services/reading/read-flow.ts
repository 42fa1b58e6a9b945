import { documentationOf, extensionOf, propertiesOf } from './bpmn-element.ts';
import { readXml, walk, type XmlElement } from './read-xml.ts';

/** FEEL as the model has it, with its leading `=`, or a fixed text. */
export type Mapping = { source: string; target: string };

export type FlowLine = { id: string; from: string; to: string; condition: string | null };

/** A step of a process with all it says about variables. What it does not say is empty or null. */
export type FlowNode = {
  id: string;
  name: string;
  /** BPMN's own word: userTask, callActivity … */
  type: string;
  /** The subprocess it lies in. */
  scope: string | null;
  /** The step whose border it sits on. */
  host: string | null;
  /** A subprocess that an event starts. */
  byEvent: boolean;
  inputs: Mapping[];
  outputs: Mapping[];
  properties: Record<string, string>;
  formId: string | null;
  jobType: string | null;
  /** Texts that are read as they stand: groups, due dates, timers, keys, scripts, with the words for their place. */
  expressions: { where: string; text: string }[];
  called: string | null;
  handsAllBack: boolean;
  decision: string | null;
  /** The variable that a table or a script writes. */
  result: string | null;
  message: string | null;
  loop: { element: string | null; collection: string | null } | null;
  byDefault: string | null;
};

export type Flow = {
  id: string;
  name: string;
  documentation: string;
  properties: Record<string, string>;
  nodes: FlowNode[];
  lines: FlowLine[];
};

const all = (element: XmlElement, name: string): XmlElement[] => element.children.filter((each) => each.name === name);
const one = (element: XmlElement | undefined, name: string): XmlElement | undefined => element?.children.find((each) => each.name === name);

const mappings = (element: XmlElement, name: 'input' | 'output'): Mapping[] => {
  const mapping = extensionOf(element, 'ioMapping');
  return (mapping ? all(mapping, name) : []).map(({ attributes }) => ({
    source: attributes.source ?? '',
    target: attributes.target ?? '',
  }));
};

const isNode = ({ name, attributes }: XmlElement): boolean =>
  attributes.id !== undefined && /(?:Task|Event|Gateway|callActivity|[sS]ubProcess|^task)$/.test(name);

const timers = ['timeDate', 'timeDuration', 'timeCycle'];

const expressionsOf = (element: XmlElement, message: XmlElement | undefined): FlowNode['expressions'] => {
  const { candidateGroups, candidateUsers, assignee } = extensionOf(element, 'assignmentDefinition')?.attributes ?? {};
  const { dueDate, followUpDate } = extensionOf(element, 'taskSchedule')?.attributes ?? {};
  const timer = one(element, 'timerEventDefinition');
  const key = element.name === 'startEvent' ? undefined : extensionOf(message, 'subscription')?.attributes.correlationKey;
  const said: [string, string | undefined][] = [
    ['Die Zuteilung', candidateGroups],
    ['Die Zuteilung', candidateUsers],
    ['Die Zuteilung', assignee],
    ['Der Termin der Aufgabe', dueDate],
    ['Der Termin der Aufgabe', followUpDate],
    ...timers.map((name): [string, string | undefined] => ['Die Uhr', timer && one(timer, name)?.text]),
    ['Der Schlüssel der Nachricht', key],
    ['Der gerufene Prozess', extensionOf(element, 'calledElement')?.attributes.processId],
    ['Die gefragte Entscheidung', extensionOf(element, 'calledDecision')?.attributes.decisionId],
    ['Das Skript', extensionOf(element, 'script')?.attributes.expression],
  ];
  return said.flatMap(([where, text]) => (text === undefined ? [] : [{ where, text }]));
};

const loopOf = (element: XmlElement): FlowNode['loop'] => {
  const loop = one(element, 'multiInstanceLoopCharacteristics');
  if (!loop) return null;
  const { inputElement, inputCollection } = extensionOf(loop, 'loopCharacteristics')?.attributes ?? {};
  return { element: inputElement ?? null, collection: inputCollection ?? null };
};

const describe = (element: XmlElement, messages: ReadonlyMap<string, XmlElement>): FlowNode => {
  const definition = one(element, 'messageEventDefinition');
  const message = messages.get(definition?.attributes.messageRef ?? element.attributes.messageRef ?? '');
  const called = extensionOf(element, 'calledElement')?.attributes;
  return {
    id: element.attributes.id ?? '',
    name: (element.attributes.name ?? '').replace(/\s+/g, ' '),
    type: element.name,
    scope: element.parent?.name.endsWith('ubProcess') ? (element.parent.attributes.id ?? null) : null,
    host: element.attributes.attachedToRef ?? null,
    byEvent: element.attributes.triggeredByEvent === 'true',
    inputs: mappings(element, 'input'),
    outputs: mappings(element, 'output'),
    properties: propertiesOf(element),
    formId: extensionOf(element, 'formDefinition')?.attributes.formId ?? null,
    jobType: extensionOf(element, 'taskDefinition')?.attributes.type ?? null,
    expressions: expressionsOf(element, message),
    called: called?.processId ?? null,
    handsAllBack: called !== undefined && called.propagateAllChildVariables !== 'false',
    decision: extensionOf(element, 'calledDecision')?.attributes.decisionId ?? null,
    result: (extensionOf(element, 'calledDecision') ?? extensionOf(element, 'script'))?.attributes.resultVariable ?? null,
    message: message?.attributes.name ?? null,
    loop: loopOf(element),
    byDefault: element.attributes.default ?? null,
  };
};

/** A process as variables walk through it. Undefined where the text holds no process. Throws XmlRefused. */
export const readFlow = (text: string): Flow | undefined => {
  const root = readXml(text);
  const process = all(root, 'process').find(({ children }) => children.some(isNode));
  if (!process) return undefined;
  const messages = new Map(all(root, 'message').map((each) => [each.attributes.id ?? '', each]));
  const elements = [...walk(process)];
  return {
    id: process.attributes.id ?? '',
    name: process.attributes.name ?? process.attributes.id ?? '',
    documentation: documentationOf(process),
    properties: propertiesOf(process),
    nodes: elements.filter(isNode).map((each) => describe(each, messages)),
    lines: elements
      .filter(({ name }) => name === 'sequenceFlow')
      .map((each) => ({
        id: each.attributes.id ?? '',
        from: each.attributes.sourceRef ?? '',
        to: each.attributes.targetRef ?? '',
        condition: one(each, 'conditionExpression')?.text.trim() ?? null,
      })),
  };
};
