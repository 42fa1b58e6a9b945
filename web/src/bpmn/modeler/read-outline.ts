import type { Canvas, Element, Moddle, Registry } from './types.ts';

/** One line of the outline: a step, or a named way out of a gateway below it. */
export type OutlineLine = { id: string; type: string; name: string; depth: number };

const isStep = (element: Element): boolean =>
  !element.labelTarget &&
  !element.waypoints &&
  !['label', 'bpmn:TextAnnotation', 'bpmn:Group', 'bpmn:Lane', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'].includes(
    element.type,
  );

/** As one reads: from left to right, and from top to bottom where things stand above one another. */
const byPlace = (a: Element, b: Element): number =>
  Math.abs(a.x + a.width / 2 - b.x - b.width / 2) > 40 ? a.x + a.width / 2 - b.x - b.width / 2 : a.y - b.y;

const nameOf = ({ businessObject }: Element): string => businessObject?.name ?? '';

/** `UserTask`; events by what they wait for: `TimerCatchEvent`. */
const kindOf = ({ type, businessObject }: Element): string => {
  const definition = (businessObject?.get<Moddle[] | undefined>('eventDefinitions') ?? [])[0]?.$type;
  const plain = type.replace('bpmn:', '');
  return definition ? `${definition.replace(/bpmn:|EventDefinition/g, '')}${plain}` : plain;
};

/** Everything drawn that a person may want to choose, as a list to be read and walked by keyboard. */
export const readOutline = (registry: Registry, canvas: Canvas): OutlineLine[] => {
  const root = canvas.getRootElement();
  const all = registry.filter((element) => element !== root && isStep(element));
  const linesOf = (parent: Element, depth: number): OutlineLine[] =>
    all
      .filter((element) => element.parent === parent)
      .sort(byPlace)
      .flatMap((element) => [
        { id: element.id, type: kindOf(element), name: nameOf(element), depth },
        ...(element.outgoing ?? [])
          .filter((flow) => flow.type === 'bpmn:SequenceFlow' && nameOf(flow))
          .map((flow) => ({ id: flow.id, type: 'SequenceFlow', name: nameOf(flow), depth: depth + 1 })),
        ...linesOf(element, depth + 1),
      ]);
  return [{ id: root.id, type: kindOf(root), name: nameOf(root), depth: 0 }, ...linesOf(root, 1)];
};
