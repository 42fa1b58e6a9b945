import { BPMN, walk, type XmlElement, ZEEBE } from '../../reading/index.ts';
import type { Reference } from './parts.ts';

/** The BPMN element a zeebe extension belongs to. */
const ownerOf = (element: XmlElement): string => {
  for (let each = element.parent; each; each = each.parent) if (each.namespace === BPMN && each.attributes.id) return each.attributes.id;
  return '?';
};

const isDynamic = (value: string): boolean => value.trimStart().startsWith('=');

/** A start by message or timer at the process itself; those of event subprocesses start nothing new. */
const startsItself = (process: XmlElement): boolean =>
  process.children.some(
    (child) =>
      child.namespace === BPMN &&
      child.name === 'startEvent' &&
      child.children.some((each) => ['messageEventDefinition', 'timerEventDefinition', 'signalEventDefinition'].includes(each.name)),
  );

/** Names of the messages that start it. The engine starts every process that waits for one. */
const startMessagesOf = (root: XmlElement, process: XmlElement): string[] => {
  const names = new Map(
    root.children.filter(({ name }) => name === 'message').map(({ attributes }) => [attributes.id, attributes.name ?? '']),
  );
  return process.children
    .filter((child) => child.namespace === BPMN && child.name === 'startEvent')
    .flatMap((start) => start.children.filter(({ name }) => name === 'messageEventDefinition'))
    .flatMap(({ attributes }) => names.get(attributes.messageRef) ?? []);
};

export type BpmnFile = { plainId: string; keepsId: boolean; startMessages: string[]; references: Reference[]; findings: string[] };

export const readBpmn = (root: XmlElement): BpmnFile => {
  const findings: string[] = [];
  if (root.namespace !== BPMN || root.name !== 'definitions') findings.push('ist kein BPMN-Modell');
  const processes = root.children.filter((child) => child.namespace === BPMN && child.name === 'process');
  const [process] = processes;
  if (!process || processes.length > 1) findings.push(`enthält ${processes.length} Prozesse, erwartet wird genau einer`);
  const references: Reference[] = [];
  const refer = (kind: Reference['kind'], element: XmlElement, id: string | undefined, what: string): void => {
    const elementId = ownerOf(element);
    if (!id) findings.push(`${elementId} nennt ${what} nicht`);
    else references.push({ kind, id, elementId });
  };
  for (const element of walk(root)) {
    if (element.namespace !== ZEEBE) continue;
    const { processId, decisionId, formId } = element.attributes;
    if (element.name === 'calledElement') {
      // A target computed at run time holds a released id (the worker after routing put it there); a fixed one is pinned here.
      if (!(processId && isDynamic(processId))) refer('bpmn', element, processId, 'den gerufenen Prozess');
    } else if (element.name === 'calledDecision') {
      if (decisionId && isDynamic(decisionId))
        findings.push(`${ownerOf(element)} berechnet seine Entscheidung; sie muss fest im Modell stehen`);
      else refer('dmn', element, decisionId, 'seine Entscheidung');
    } else if (element.name === 'formDefinition' && element.attributes.formKey === undefined) {
      refer('form', element, formId, 'sein Formular');
    }
  }
  return {
    plainId: process?.attributes.id ?? '',
    keepsId: process !== undefined && startsItself(process),
    startMessages: process ? startMessagesOf(root, process) : [],
    references,
    findings,
  };
};
