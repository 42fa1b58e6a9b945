import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { camel, isSpoken, kebab, prefixOf } from '../../models/index.ts';
import { instruction, NORM } from './skeleton-texts.ts';

/** An element as bpmn-moddle holds it. References are objects, so a new id reaches flows and the drawing. */
type Node = {
  $type: string;
  $parent?: Node;
  id?: string;
  name?: string;
  isExecutable?: boolean;
  flowElements?: Node[];
  incoming?: Node[];
  outgoing?: Node[];
  sourceRef?: Node;
  targetRef?: Node;
  attachedToRef?: Node;
  flowNodeRef?: Node[];
  eventDefinitions?: Node[];
  laneSets?: Node[];
  lanes?: Node[];
  default?: Node;
  conditionExpression?: Node;
  documentation?: Node[];
  extensionElements?: Node & { values?: Node[] };
  rootElements?: Node[];
  properties?: Node[];
  text?: string;
  value?: string;
  get: (name: string) => unknown;
};
type Moddle = {
  create: (type: string, attributes: Record<string, unknown>) => Node;
  fromXML: (xml: string) => Promise<{ rootElement: Node }>;
  toXML: (root: Node, options: { format: boolean }) => Promise<{ xml: string }>;
};

export type Completed = { xml: string; notes: string[]; forms: { id: string; name: string }[] };

const leastInstruction = 80;
const quote = (name: string | undefined): string => `„${name?.replace(/\s+/g, ' ') || 'ohne Namen'}“`;

const inside = (node: Node): Node[] => (node.flowElements ?? []).flatMap((each) => [each, ...inside(each)]);

const createTools = (moddle: Moddle) => {
  const extension = (node: Node, type: string, attributes: Record<string, unknown>): boolean => {
    node.extensionElements ??= moddle.create('bpmn:ExtensionElements', { values: [] });
    node.extensionElements.values ??= [];
    const { values } = node.extensionElements;
    if (values.some((each) => each.$type === type)) return false;
    const made = moddle.create(type, attributes);
    made.$parent = node.extensionElements;
    values.push(made);
    return true;
  };
  const property = (node: Node, name: string, value: string): void => {
    extension(node, 'zeebe:Properties', { properties: [] });
    const list = node.extensionElements?.values?.find((each) => each.$type === 'zeebe:Properties');
    if (!list || list.properties?.some((each) => each.name === name && each.value)) return;
    list.properties = [...(list.properties ?? []), moddle.create('zeebe:Property', { name, value })];
  };
  const document = (node: Node, text: string): void => {
    node.documentation = [moddle.create('bpmn:Documentation', { text })];
  };
  /** Another type in the same place, with all that refers to it. */
  const retype = (node: Node, type: string, all: readonly Node[]): Node => {
    const { $parent: parent, $type: _, ...attributes } = node as Node & Record<string, unknown>;
    // Its flows are no plain properties, so they do not come along by themselves.
    const { incoming, outgoing } = node;
    const made = moddle.create(type, { ...attributes, ...(incoming ? { incoming } : {}), ...(outgoing ? { outgoing } : {}) });
    if (parent) made.$parent = parent;
    if (parent?.flowElements) parent.flowElements = parent.flowElements.map((each) => (each === node ? made : each));
    for (const flow of all) {
      if (flow.sourceRef === node) flow.sourceRef = made;
      if (flow.targetRef === node) flow.targetRef = made;
      if (flow.attachedToRef === node) flow.attachedToRef = made;
    }
    return made;
  };
  return { extension, property, document, retype };
};

const eventNames: Record<string, string> = { 'bpmn:StartEvent': 'Verfahren begonnen', 'bpmn:EndEvent': 'Verfahren beendet' };

/** Undefined and manual tasks are work of a person. */
const isWork = (node: Node): boolean => node.$type === 'bpmn:Task' || node.$type === 'bpmn:ManualTask';

/** Shapes of the drawing refer to their element; after a new type they must refer to the new one. */
const redraw = (root: Node, replaced: ReadonlyMap<Node, Node>): void => {
  const planes = ((root.get('diagrams') ?? []) as Node[]).map((diagram) => diagram.get('plane') as Node);
  for (const shape of planes.flatMap((plane) => (plane?.get('planeElement') ?? []) as (Node & { bpmnElement?: Node })[])) {
    const now = shape.bpmnElement && replaced.get(shape.bpmnElement);
    if (now) shape.bpmnElement = now;
  }
};

const giveIds = (nodes: readonly Node[]): number => {
  const taken = new Set(nodes.map((node) => node.id));
  let given = 0;
  const give = (node: Node, prefix: string, name: string): void => {
    if (isSpoken(node.id ?? '', prefix)) return;
    let id = `${prefix}_${name}`;
    for (let count = 2; taken.has(id); count += 1) id = `${prefix}_${name}${count}`;
    taken.add(id);
    node.id = id;
    given += 1;
  };
  for (const node of nodes.filter((each) => each.$type !== 'bpmn:SequenceFlow')) {
    const prefix = prefixOf(node.$type, node.eventDefinitions?.[0]?.$type);
    if (prefix) give(node, prefix, camel(node.name ?? '') || 'Schritt');
  }
  const place = (node: Node | undefined): string => (node?.id ?? '').replace(/^[a-zA-Z]+_/, '') || 'Schritt';
  for (const flow of nodes.filter((each) => each.$type === 'bpmn:SequenceFlow'))
    give(flow, 'flow', `${place(flow.sourceRef)}_${place(flow.targetRef)}`);
  return given;
};

const openQuestions = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    if (node.$type === 'bpmn:ExclusiveGateway' && (node.outgoing ?? []).length > 1) {
      const bare = (node.outgoing ?? []).filter((flow) => flow !== node.default && !flow.conditionExpression);
      return bare.length > 0
        ? [`Der Verzweigung ${quote(node.name)} fehlt an ${bare.length === 1 ? 'einem Weg' : `${bare.length} Wegen`} die Bedingung.`]
        : [];
    }
    const has = (type: string): boolean => (node.extensionElements?.values ?? []).some((each) => each.$type === type);
    if (node.$type === 'bpmn:ServiceTask' && !has('zeebe:TaskDefinition'))
      return [`Dem Dienst ${quote(node.name)} fehlt, was er tut (Auftrag).`];
    if (node.$type === 'bpmn:BusinessRuleTask' && !has('zeebe:CalledDecision'))
      return [`Der Aufgabe ${quote(node.name)} fehlt ihre Entscheidung.`];
    if (node.$type === 'bpmn:CallActivity' && !has('zeebe:CalledElement'))
      return [`Dem Aufruf ${quote(node.name)} fehlt der gerufene Ablauf.`];
    return [];
  });

/**
 * Gives a diagram that is only drawn what the engine and the office need: executable, steps of people with group, due date, form, instruction and law,
 * spoken ids. What is there stays. What nobody can guess (conditions, services) is said in the notes.
 */
export const completeModel = async (
  source: string,
  { rechtsstand, formIds }: { rechtsstand: string; formIds: ReadonlySet<string> },
): Promise<Completed> => {
  const moddle = new BpmnModdle({ zeebe }) as unknown as Moddle;
  const { rootElement } = await moddle.fromXML(source);
  const process = rootElement.rootElements?.find((each) => each.$type === 'bpmn:Process');
  const notes: string[] = [];
  if (!process) return { xml: source, notes: ['Das Diagramm enthält keinen Ablauf.'], forms: [] };
  const tools = createTools(moddle);
  if (!process.isExecutable) notes.push('Der Ablauf ist jetzt ausführbar.');
  process.isExecutable = true;
  tools.property(process, 'norm', NORM);
  tools.property(process, 'rechtsstand', rechtsstand);
  tools.property(process, 'art', 'verfahren');

  const replaced = new Map<Node, Node>();
  for (const node of inside(process).filter(isWork)) {
    replaced.set(node, tools.retype(node, 'bpmn:UserTask', inside(process)));
    notes.push(`${quote(node.name)} ist jetzt eine Aufgabe für Menschen.`);
  }
  redraw(rootElement, replaced);
  for (const lane of (process.laneSets ?? []).flatMap((set) => set.lanes ?? []))
    if (lane.flowNodeRef) lane.flowNodeRef = lane.flowNodeRef.map((node) => replaced.get(node) ?? node);
  const nodes = inside(process);
  for (const node of nodes) if (!node.name?.trim() && eventNames[node.$type]) node.name = eventNames[node.$type] ?? '';
  const given = giveIds(nodes);
  if (given > 0)
    notes.push(
      given === 1 ? 'Ein Element hat eine sprechende Kennung bekommen.' : `${given} Elemente haben sprechende Kennungen bekommen.`,
    );

  const forms: Completed['forms'] = [];
  const taken = new Set(formIds);
  for (const task of nodes.filter((node) => node.$type === 'bpmn:UserTask')) {
    const name = task.name?.replace(/\s+/g, ' ').trim() || 'Vorgang bearbeiten';
    task.name = name;
    const said = task.documentation?.[0]?.text?.trim() ?? '';
    const added: string[] = [];
    if (said.length < leastInstruction) {
      tools.document(task, [said, instruction(name)].filter(Boolean).join(' '));
      added.push('Anleitung');
    }
    if (tools.extension(task, 'zeebe:AssignmentDefinition', { candidateGroups: '=[rolle]' })) added.push('Gruppe');
    if (tools.extension(task, 'zeebe:TaskSchedule', { dueDate: '=faelligAm' })) added.push('Fälligkeit');
    let formId = `${process.id}-${kebab(name) || 'aufgabe'}`;
    for (let count = 2; taken.has(formId); count += 1) formId = `${process.id}-${kebab(name) || 'aufgabe'}-${count}`;
    if (tools.extension(task, 'zeebe:FormDefinition', { formId })) {
      taken.add(formId);
      forms.push({ id: formId, name });
      added.push('Formular');
    }
    tools.property(task, 'norm', NORM);
    tools.property(task, 'rechtsstand', rechtsstand);
    if (added.length > 0) notes.push(`${quote(name)} hat jetzt ${added.join(', ')}.`);
  }
  notes.push(...openQuestions(nodes));
  return { xml: (await moddle.toXML(rootElement, { format: true })).xml, notes, forms };
};
