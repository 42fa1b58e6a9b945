import type { BpmnFactory, Canvas, Element, Injector, Moddle } from './types.ts';

/** The thing of an event or task that points at a message. */
export const messageHolder = ({ businessObject, type }: Element): Moddle | undefined =>
  type === 'bpmn:ReceiveTask' || type === 'bpmn:SendTask'
    ? businessObject
    : (businessObject.get<Moddle[] | undefined>('eventDefinitions') ?? []).find(({ $type }) => $type === 'bpmn:MessageEventDefinition');

const definitionsOf = (moddle: Moddle): Moddle => {
  let at = moddle;
  while (at.$parent) at = at.$parent;
  return at;
};

/** The message of that name in this file; made with its key if there is none. */
export const messageNamed = (name: string, element: Element, injector: Injector): { message: Moddle; roots: Moddle[]; isNew: boolean } => {
  const factory = injector.get<BpmnFactory>('bpmnFactory');
  const definitions = definitionsOf(injector.get<Canvas>('canvas').getRootElement().businessObject);
  const roots = definitions.get<Moddle[]>('rootElements');
  const found = roots.find((each) => each.$type === 'bpmn:Message' && each.name === name);
  if (found) return { message: found, roots, isNew: false };
  const message = factory.create('bpmn:Message', { name });
  message.$parent = definitions;
  if (element.type !== 'bpmn:StartEvent') {
    const extensions = factory.create('bpmn:ExtensionElements', {
      values: [factory.create('zeebe:Subscription', { correlationKey: '=warteId' })],
    });
    extensions.$parent = message;
    (message as unknown as Record<string, unknown>).extensionElements = extensions;
  }
  return { message, roots: [...roots, message], isNew: true };
};

export const rootOf = (injector: Injector): Moddle => definitionsOf(injector.get<Canvas>('canvas').getRootElement().businessObject);
