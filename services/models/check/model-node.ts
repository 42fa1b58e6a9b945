/** An element of a BPMN model as bpmn-moddle reads it. Attributes the rules ask for are named; all others are unknown. */
export type ModelNode = {
  $type: string;
  $parent?: ModelNode;
  $instanceOf?: (type: string) => boolean;
  id?: string;
  name?: string;
  body?: string;
  text?: string;
  incoming?: ModelNode[];
  outgoing?: ModelNode[];
  sourceRef?: ModelNode;
  targetRef?: ModelNode;
  messageRef?: ModelNode;
  eventDefinitions?: ModelNode[];
  flowElements?: ModelNode[];
  documentation?: ModelNode[];
  extensionElements?: { values?: ModelNode[] };
  properties?: ModelNode[];
  [attribute: string]: unknown;
};

export const is = (node: ModelNode, type: string): boolean => node.$instanceOf?.(type) === true;

export const findExtension = (node: ModelNode, type: string): ModelNode | undefined =>
  node.extensionElements?.values?.find((each) => each.$type.toLowerCase() === type.toLowerCase());

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The zeebe:properties of an element: norm, rechtsstand, skill, vierAugen, art. */
export const propertiesOf = (node: ModelNode): Record<string, string> =>
  Object.fromEntries((findExtension(node, 'zeebe:Properties')?.properties ?? []).map((each) => [textOf(each.name), textOf(each.value)]));

export const hasDefinition = (node: ModelNode, type: string): boolean => (node.eventDefinitions ?? []).some((each) => is(each, type));

/** The nearest element around this one that has an id: what a finding points to. */
export const ownerIdOf = (node: ModelNode): string => {
  for (let each: ModelNode | undefined = node; each; each = each.$parent) if (each.id) return each.id;
  return '';
};

const isNode = (value: unknown): value is ModelNode => typeof value === 'object' && value !== null && '$type' in value;

/** Attributes that hold references to other elements; following them would leave the tree. */
const references = new Set([
  '$parent',
  'incoming',
  'outgoing',
  'sourceRef',
  'targetRef',
  'messageRef',
  'errorRef',
  'default',
  'attachedToRef',
  'bpmnElement',
]);

/** What an element says by itself: its attributes and its extensions, without the flow elements inside it. */
function* ownNodes(node: ModelNode): Generator<ModelNode> {
  yield node;
  for (const [name, value] of Object.entries(node)) {
    if (references.has(name) || name === 'flowElements' || name === 'artifacts' || name === 'rootElements' || name === 'diagrams') continue;
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield* ownNodes(each);
  }
  for (const each of node.extensionElements?.values ?? []) yield* ownNodes(each);
}

/** Every FEEL expression that stands at an element: conditions, timers, mappings, groups, keys. Without the leading `=`. */
export const expressionsOf = (node: ModelNode): string[] => {
  const found = new Set<string>();
  for (const each of ownNodes(node)) {
    for (const value of Object.values(each))
      if (typeof value === 'string' && value.trimStart().startsWith('=')) found.add(value.trim().slice(1).trim());
  }
  return [...found];
};
