import type { Notes } from './notes.ts';
import { isStep } from './which-process.ts';
import { walkNodes, type XmlNode } from './xml-node.ts';

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
export const isReferenceText = (name: string): boolean => /^bpmn:(?:incoming|outgoing|source|target|\w+Ref|\w+Refs)$/.test(name);

const isDrawn = ({ name }: XmlNode): boolean => /^(?:bpmndi|dc|di):/.test(name);
const isWay = ({ name }: XmlNode): boolean => /^bpmn:(?:sequenceFlow|messageFlow|association)$/.test(name);

/** Ways without both ends; one that hangs on another such way is one, too. Their ids leave `ids`. */
const looseWays = (nodes: readonly XmlNode[], ids: Set<string>): Set<XmlNode> => {
  const loose = new Set<XmlNode>();
  const ways = nodes.filter(isWay);
  for (let before = -1; before < loose.size; ) {
    before = loose.size;
    for (const way of ways) {
      const { id, sourceRef = '', targetRef = '' } = way.attributes;
      if (loose.has(way) || (ids.has(sourceRef) && ids.has(targetRef))) continue;
      loose.add(way);
      if (id) ids.delete(id);
    }
  }
  return loose;
};

/** Nothing may point to what is not there: ways without both ends go, other references are forgotten. */
export const dropDangling = (definitions: XmlNode, notes: Notes): void => {
  const nodes = [...walkNodes(definitions)];
  const ids = new Set(nodes.flatMap((node) => (node.attributes.id && !isDrawn(node) ? [node.attributes.id] : [])));
  const loose = looseWays(nodes, ids);
  for (const { attributes } of loose) notes.count('Wege ohne Anfang oder Ende sind weggelassen', attributes.name || attributes.id || '');
  for (const node of nodes) {
    node.children = node.children.filter((child) => {
      if (loose.has(child)) return false;
      if (isReferenceText(child.name) && child.text !== '') return ids.has(child.text);
      const { bpmnElement } = child.attributes;
      return bpmnElement === undefined || child.name === 'bpmndi:BPMNPlane' || ids.has(bpmnElement);
    });
    if (node.name === 'bpmndi:BPMNPlane') continue;
    for (const name of referenceNames) {
      const value = node.attributes[name];
      if (value !== undefined && !ids.has(value)) delete node.attributes[name];
    }
  }
};

/** What the ways say, in the order the standard wants: after texts and extensions, before all else. */
export const tieEnds = (definitions: XmlNode): void => {
  const flows = [...walkNodes(definitions)].filter(({ name }) => name === 'bpmn:sequenceFlow');
  const by = {
    sourceRef: Map.groupBy(flows, ({ attributes }) => attributes.sourceRef),
    targetRef: Map.groupBy(flows, ({ attributes }) => attributes.targetRef),
  };
  for (const node of walkNodes(definitions)) {
    if (!isStep(node)) continue;
    const rest = node.children.filter(({ name }) => name !== 'bpmn:incoming' && name !== 'bpmn:outgoing');
    const first = rest.filter(({ name }) => /^bpmn:(?:documentation|extensionElements)$/.test(name));
    const end = (name: string, side: 'sourceRef' | 'targetRef'): XmlNode[] =>
      (by[side].get(node.attributes.id) ?? []).map(({ attributes }) => ({ name, attributes: {}, children: [], text: attributes.id ?? '' }));
    node.children = [
      ...first,
      ...end('bpmn:incoming', 'targetRef'),
      ...end('bpmn:outgoing', 'sourceRef'),
      ...rest.filter((each) => !first.includes(each)),
    ];
  }
};
