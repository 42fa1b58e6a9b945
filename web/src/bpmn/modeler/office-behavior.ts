import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor.js';
import { isGenerated, spokenId, spokenPart } from './spoken-id.ts';
import type { BpmnFactory, Element, EventBus, Moddle, Modeling, Registry } from './types.ts';

type Named = { element: Element; properties?: Record<string, unknown> };
type Made = { shape?: Element; newShape?: Element; hints?: { createElementsBehavior?: boolean } };

const definitionOf = ({ businessObject }: Element): string | undefined =>
  (businessObject.get<Moddle[] | undefined>('eventDefinitions') ?? [])[0]?.$type;

const has = (element: Element, type: string): boolean =>
  (element.businessObject.get<Moddle | undefined>('extensionElements')?.get<Moddle[]>('values') ?? []).some((each) => each.$type === type);

type Listener = (event: { context: never }) => void;
/** Its types know it as a function only. */
const Interceptor = CommandInterceptor as unknown as new (
  bus: EventBus,
) => { postExecuted: (commands: string[], priority: number, listener: Listener) => void };

/** What the office always wants of a new element, so that nobody has to know it: who does it, until when, and an id that can be read. */
class OfficeBehavior extends Interceptor {
  static $inject = ['eventBus', 'bpmnFactory', 'modeling', 'elementRegistry'];

  constructor(eventBus: EventBus, factory: BpmnFactory, modeling: Modeling, registry: Registry) {
    super(eventBus);
    // Elements of this sitting: nothing has run by their ids yet. What is released keeps its id when it is renamed; history and map know it by that.
    const fresh = new WeakSet<Element>();

    const isFree = (id: string, element: Element): boolean => {
      const taken = registry.get(id);
      return taken === undefined || taken === element;
    };
    const rename = (element: Element, wanted: string): void => {
      let id = wanted;
      for (let count = 2; !isFree(id, element); count += 1) id = `${wanted}${count}`;
      if (id !== element.id) modeling.updateProperties(element, { id });
    };

    const partOf = (element: Element | undefined): string => element?.id.replace(/^[A-Za-z]+_/, '') ?? '';
    const renameFlows = (element: Element): void => {
      for (const flow of registry.filter(
        (each) => each.type === 'bpmn:SequenceFlow' && (each.source === element || each.target === element),
      ))
        if (isGenerated(flow.id) || fresh.has(flow)) {
          fresh.add(flow);
          if (flow.source && flow.target && !isGenerated(flow.source.id) && !isGenerated(flow.target.id))
            rename(flow, `flow_${partOf(flow.source)}_${partOf(flow.target)}`);
        }
    };
    const nameById = (element: Element): void => {
      const name = element.businessObject?.name;
      const id = name && spokenPart(name) ? spokenId(element.type, name, definitionOf(element)) : undefined;
      if (!id) return;
      fresh.add(element);
      rename(element, id);
      renameFlows(element);
    };

    this.postExecuted(['shape.create', 'shape.replace'], 400, ({ context }: { context: Made }) => {
      const shape = context.shape ?? context.newShape;
      if (!shape) return;
      if (isGenerated(shape.id)) fresh.add(shape);
      // What is pasted has its name already.
      if (context.shape && fresh.has(shape)) nameById(shape);
      // Where ways only join there is no question, and so no name to make an id of.
      if (fresh.has(shape) && /Gateway$/.test(shape.type) && !shape.businessObject.name) rename(shape, 'gateway_Verbindung');
      // A pasted or replaced task brings its own.
      if (shape.type !== 'bpmn:UserTask' || has(shape, 'zeebe:AssignmentDefinition')) return;
      const extensions = shape.businessObject.get<Moddle | undefined>('extensionElements');
      const made = extensions ?? factory.create('bpmn:ExtensionElements', { values: [] });
      if (!extensions) modeling.updateModdleProperties(shape, shape.businessObject, { extensionElements: made });
      modeling.updateModdleProperties(shape, made, {
        values: [
          ...made.get<Moddle[]>('values').filter(({ $type }) => $type !== 'zeebe:UserTask'),
          factory.create('zeebe:AssignmentDefinition', { candidateGroups: '=[rolle]' }),
          factory.create('zeebe:TaskSchedule', { dueDate: '=faelligAm' }),
          factory.create('zeebe:Properties', {
            properties: [factory.create('zeebe:Property', { name: 'norm', value: '' })],
          }),
        ],
      });
    });

    this.postExecuted(['element.updateLabel', 'element.updateProperties'], 400, ({ context }: { context: Named }) => {
      const element = context.element.labelTarget ?? context.element;
      if (context.properties && !('name' in context.properties)) return;
      if (isGenerated(element.id) || fresh.has(element)) nameById(element);
    });

    this.postExecuted(['connection.create'], 400, ({ context }: { context: { connection?: Element } }) => {
      if (context.connection?.target) renameFlows(context.connection.target);
    });
  }
}

/** In place of the library's own: it would hand user tasks to the engine's task list, which the office does not use. */
export const officeBehaviorModule = { createZeebeUserTaskBehavior: ['type', OfficeBehavior] };
