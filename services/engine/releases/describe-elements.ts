import { readXml, walk, type XmlElement } from '../../reading/index.ts';
import { bpmn, zeebe } from './read-bpmn.ts';

/** What a model says about one element. `formId` is the id in that text: the released one when a deployed text is read. */
export type ModelElement = {
  id: string;
  type: string;
  name: string;
  documentation: string;
  formId: string | null;
  properties: Record<string, string>;
};

const child = (element: XmlElement, namespace: string, name: string): XmlElement | undefined =>
  element.children.find((each) => each.namespace === namespace && each.name === name);

const describe = (element: XmlElement): ModelElement => {
  const extensions = child(element, bpmn, 'extensionElements');
  const properties = extensions && child(extensions, zeebe, 'properties');
  const form = extensions && child(extensions, zeebe, 'formDefinition');
  return {
    id: element.attributes.id ?? '',
    type: element.name,
    name: element.attributes.name ?? '',
    documentation: child(element, bpmn, 'documentation')?.text.trim() ?? '',
    formId: form?.attributes.formId ?? null,
    properties: Object.fromEntries((properties?.children ?? []).map(({ attributes }) => [attributes.name ?? '', attributes.value ?? ''])),
  };
};

/** All elements of a BPMN text by id: the process itself, nodes and flows. */
export const describeElements = (text: string): Map<string, ModelElement> => {
  const found = new Map<string, ModelElement>();
  for (const element of walk(readXml(text))) {
    if (element.namespace === bpmn && element.attributes.id) found.set(element.attributes.id, describe(element));
  }
  return found;
};
