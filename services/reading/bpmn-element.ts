import type { XmlElement } from './read-xml.ts';

export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const BPMN_DI = 'http://www.omg.org/spec/BPMN/20100524/DI';
export const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';

export const childOf = (element: XmlElement, namespace: string, name: string): XmlElement | undefined =>
  element.children.find((each) => each.namespace === namespace && each.name === name);

/** What an element tells the engine under this name: `formDefinition`, `ioMapping` … Extensions of other tools are not the engine's. */
export const extensionOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  const extensions = element && childOf(element, BPMN, 'extensionElements');
  return extensions && childOf(extensions, ZEEBE, name);
};

export const documentationOf = (element: XmlElement): string => childOf(element, BPMN, 'documentation')?.text.trim() ?? '';

/** zeebe:properties: norm, rechtsstand, skill, vierAugen … */
export const propertiesOf = (element: XmlElement): Record<string, string> =>
  Object.fromEntries(
    (extensionOf(element, 'properties')?.children ?? []).map(({ attributes }) => [attributes.name ?? '', attributes.value ?? '']),
  );
