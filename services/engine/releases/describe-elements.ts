import { BPMN, documentationOf, extensionOf, propertiesOf, readXml, walk, type XmlElement } from '../../reading/index.ts';

/** What a model says about one element. `formId` is the id in that text: the released one when a deployed text is read. */
export type ModelElement = {
  id: string;
  type: string;
  name: string;
  documentation: string;
  formId: string | null;
  properties: Record<string, string>;
};

const describe = (element: XmlElement): ModelElement => ({
  id: element.attributes.id ?? '',
  type: element.name,
  name: element.attributes.name ?? '',
  documentation: documentationOf(element),
  formId: extensionOf(element, 'formDefinition')?.attributes.formId ?? null,
  properties: propertiesOf(element),
});

/** All elements of a BPMN text by id: the process itself, nodes and flows. */
export const describeElements = (text: string): Map<string, ModelElement> => {
  const found = new Map<string, ModelElement>();
  for (const element of walk(readXml(text))) {
    if (element.namespace === BPMN && element.attributes.id) found.set(element.attributes.id, describe(element));
  }
  return found;
};
