import { BPMN, BPMN_DI, type XmlElement } from '../../reading/index.ts';
import { attributesOf, type Facets, flatten, freeKey, nameOf, put, textOf } from './read-facets.ts';

/** A thing of the model people can point at: a step, a way, a message, the process itself. */
export type Owner = { id: string; type: string; parent: string; facets: Facets; element: XmlElement };

export type BpmnIndex = { owners: Map<string, Owner>; root: XmlElement };

const containers = new Set([
  'definitions',
  'process',
  'subProcess',
  'adHocSubProcess',
  'transaction',
  'collaboration',
  'laneSet',
  'lane',
  'childLaneSet',
  'category',
]);
/** What stands inside of things and belongs to them. */
const partsOfThings = new Set(['documentation', 'extensionElements', 'ioSpecification', 'property', 'incoming', 'outgoing', 'flowNodeRef']);

export const isDrawing = (element: XmlElement): boolean => element.namespace === BPMN_DI;

const isOwner = (element: XmlElement): boolean =>
  element.namespace === BPMN &&
  element.attributes.id !== undefined &&
  element.parent !== null &&
  containers.has(element.parent.name) &&
  !partsOfThings.has(element.name) &&
  !element.name.endsWith('LoopCharacteristics');

/** What holds when nothing is said: a tool may write it out or leave it. */
const usual: Record<string, string> = {
  '@isExecutable': 'false',
  '@isClosed': 'false',
  '@processType': 'None',
  '@cancelActivity': 'true',
  '@isInterrupting': 'true',
  '@isForCompensation': 'false',
  '@triggeredByEvent': 'false',
  '@startQuantity': '1',
  '@completionQuantity': '1',
  '@gatewayDirection': 'Unspecified',
  '@instantiate': 'false',
  '@eventGatewayType': 'Exclusive',
  '@name': '',
  'multiInstanceLoopCharacteristics@isSequential': 'false',
  'extensionElements/zeebe:taskDefinition@retries': '3',
};

const facetsOf = (element: XmlElement): Facets => {
  const read: Facets = new Map();
  const skip = (child: XmlElement): boolean =>
    isOwner(child) || isDrawing(child) || (child.namespace === BPMN && (child.name === 'incoming' || child.name === 'outgoing'));
  flatten(read, element, '', skip);
  read.delete('@id');
  for (const [key, value] of read) {
    if (usual[key] === value || (key.endsWith('@xsi:type') && value.endsWith('tFormalExpression'))) read.delete(key);
  }
  const events = element.children.filter((child) => child.name.endsWith('EventDefinition')).map((child) => nameOf(child));
  if (events.length > 0) put(read, 'event', events.join(' '));
  return read;
};

/** `incoming` and `outgoing` repeat what the ways say. They count only where they say something else. */
const addContradictions = (owners: Map<string, Owner>): void => {
  const ends = { incoming: new Map<string, string[]>(), outgoing: new Map<string, string[]>() };
  for (const { id, type, element } of owners.values()) {
    if (type !== 'sequenceFlow') continue;
    const { sourceRef = '', targetRef = '' } = element.attributes;
    ends.outgoing.set(sourceRef, [...(ends.outgoing.get(sourceRef) ?? []), id]);
    ends.incoming.set(targetRef, [...(ends.incoming.get(targetRef) ?? []), id]);
  }
  const lists = (element: XmlElement, side: string): XmlElement[] =>
    element.children.filter((child) => child.namespace === BPMN && child.name === side);
  // Some tools leave both lists out; then nothing is contradicted.
  const listsAny = [...owners.values()].some(({ element }) => lists(element, 'incoming').length + lists(element, 'outgoing').length > 0);
  for (const { id, type, element, facets } of owners.values()) {
    for (const side of ['incoming', 'outgoing'] as const) {
      const listed = lists(element, side);
      const said = listed.map(textOf).sort().join(' ');
      const drawn = [...(ends[side].get(id) ?? [])].sort().join(' ');
      if (listsAny && said !== drawn) put(facets, side, said);
      for (const child of listed) for (const [name, value] of attributesOf(child)) put(facets, `${side}@${name}`, value);
    }
    const ways = ends.outgoing.get(id) ?? [];
    // The engine takes the first way whose condition holds.
    if (/^(?:exclusive|inclusive)Gateway$/.test(type) && ways.length > 1) put(facets, 'order', ways.join(' '));
    const order = (name: string): string[] =>
      element.children
        .flatMap((child) => (child.name === 'extensionElements' ? child.children : []))
        .flatMap((child) => (child.name === 'ioMapping' ? child.children : []))
        .flatMap((child) => (child.name === name && child.attributes.target ? [child.attributes.target] : []));
    for (const name of ['input', 'output']) if (order(name).length > 1) put(facets, `${name}Order`, order(name).join(' '));
  }
};

/** All things of a model by their ids. The file itself is one of them, too. */
export const indexBpmn = (root: XmlElement): BpmnIndex => {
  const owners = new Map<string, Owner>();
  const visit = (element: XmlElement, parent: string): void => {
    let own = parent;
    if (element === root || isOwner(element)) {
      const id = element === root ? '' : (element.attributes.id ?? '');
      const key = freeKey(owners, id);
      const facets = facetsOf(element);
      if (element === root) {
        facets.set('format', element.namespace);
        if (element.attributes.id) facets.set('@id', element.attributes.id);
      } else put(facets, 'container', parent);
      owners.set(key, { id, type: element === root ? 'definitions' : nameOf(element), parent, facets, element });
      own = key;
    }
    for (const child of element.children) if (!isDrawing(child)) visit(child, own);
  };
  visit(root, '');
  addContradictions(owners);
  return { owners, root };
};
