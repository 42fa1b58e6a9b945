import type { XmlElement } from '../../reading/index.ts';
import { uriOf } from '../diff/read-facets.ts';
import { lookUp } from '../look-up.ts';
import type { Notes } from './notes.ts';
import { toPlainText } from './plain-text.ts';
import type { XmlNode } from './xml-node.ts';

/** Namespaces that mean something here, with the prefix we write them with. */
export const namespaces: Record<string, string> = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
  'http://www.omg.org/spec/DD/20100524/DC': 'dc',
  'http://www.omg.org/spec/DD/20100524/DI': 'di',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
  'http://camunda.org/schema/modeler/1.0': 'modeler',
  'http://www.omg.org/spec/BPMN/non-normative/color/1.0': 'color',
  'http://bpmn.io/schema/bpmn/biocolor/1.0': 'bioc',
};

const vendors: [part: string, name: string][] = [
  ['camunda.org/schema/1.0', 'Camunda 7'],
  ['activiti', 'Activiti/Flowable'],
  ['flowable', 'Flowable'],
  ['signavio', 'Signavio'],
  ['bizagi', 'Bizagi'],
  ['bonitasoft', 'Bonita'],
  ['jboss', 'jBPM'],
  ['drools', 'jBPM'],
  ['sparx', 'Enterprise Architect'],
  ['adonis', 'ADONIS'],
  ['boc-', 'ADONIS'],
  ['ibm', 'IBM'],
  ['trisotech', 'Trisotech'],
  ['visual-paradigm', 'Visual Paradigm'],
  ['aris', 'ARIS'],
  ['drawio', 'draw.io'],
  ['diagrams.net', 'draw.io'],
];
const vendorOf = (uri: string): string => vendors.find(([part]) => uri.toLowerCase().includes(part))?.[1] ?? 'einem anderen Werkzeug';

/** Parts of BPMN that describe services, data types and people of the other system. */
const foreignParts = new Set([
  'import',
  'extension',
  'relationship',
  'interface',
  'itemDefinition',
  'resource',
  'endPoint',
  'performer',
  'humanPerformer',
  'potentialOwner',
  'resourceRole',
  'rendering',
  'auditing',
  'monitoring',
  'correlationProperty',
  'correlationSubscription',
]);
/** Fonts of the other tool. */
const isLook = ({ name }: XmlElement, prefix: string): boolean => prefix === 'bpmndi' && name === 'BPMNLabelStyle';
const foreignAttributes = new Set([
  'implementation',
  'operationRef',
  'scriptFormat',
  'itemSubjectRef',
  'structureRef',
  'evaluatesToTypeRef',
  'itemRef',
  'language',
  'typeLanguage',
  'expressionLanguage',
  'exporter',
  'exporterVersion',
  'definitionalCollaborationRef',
  'calledElement',
  // How labels look is the same for all drawings here.
  'labelStyle',
]);

const describe = (element: XmlElement): string =>
  element.attributes.name?.replace(/\s+/g, ' ').trim() || element.attributes.id || element.name;

const ownerOf = (element: XmlElement): string => {
  for (let each = element.parent; each; each = each.parent) if (each.attributes.id) return describe(each);
  return '';
};

const keepAttribute = (element: XmlElement, name: string, value: string, notes: Notes): [string, string] | undefined => {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return undefined;
  const at = name.indexOf(':');
  if (at < 0) {
    if (!foreignAttributes.has(name)) return [name, value];
    if (name === 'calledElement') notes.say(`„${describe(element)}“ rief ${value} auf. Bitte den Prozess neu wählen.`);
    return undefined;
  }
  const uri = uriOf(element, name.slice(0, at));
  const prefix = lookUp(namespaces, uri);
  const local = name.slice(at + 1);
  if (prefix === 'xsi') return local === 'type' && value.endsWith('tFormalExpression') ? ['xsi:type', 'bpmn:tFormalExpression'] : undefined;
  if (prefix === undefined) {
    if (name.slice(0, at) !== 'xml') notes.count(`Angaben von ${vendorOf(uri)} sind weggelassen`, local);
    return undefined;
  }
  if (local === 'modelerTemplateIcon' && !value.startsWith('data:image/')) return undefined;
  return [`${prefix}:${local}`, value];
};

const isSpoken = (element: XmlElement): boolean =>
  element.name === 'documentation' || (element.name === 'text' && element.parent?.name === 'textAnnotation');

const speak = (element: XmlElement, notes: Notes): string => {
  const plain = toPlainText(element.text);
  if (/<[a-z][^<>]*>/i.test(element.text)) notes.count('Formatierte Texte sind jetzt einfacher Text', ownerOf(element));
  if (/\b(?:javascript|vbscript|data)\s*:/i.test(element.text))
    notes.count('Verweise und Bilder in Texten sind entfernt', ownerOf(element));
  return plain;
};

/** Expressions of other engines would be read as plain words here. */
const isOtherLanguage = (text: string): boolean => /[$#]\{/.test(text);

/** The part of a foreign model that means something here; all else is left out and said. Undefined: nothing of it. */
export const keepKnown = (element: XmlElement, notes: Notes): XmlNode | undefined => {
  const prefix = lookUp(namespaces, element.namespace);
  if (prefix === undefined) {
    notes.count(`Erweiterungen von ${vendorOf(element.namespace)} sind weggelassen`, element.name);
    return undefined;
  }
  if (prefix === 'bpmn' && element.name === 'script') {
    notes.say(`Das Skript in „${ownerOf(element)}“ ist weggelassen. Hier läuft kein Code aus Modellen.`);
    return undefined;
  }
  if (isLook(element, prefix)) return undefined;
  if (prefix === 'bpmn' && foreignParts.has(element.name)) {
    notes.count('Technische Angaben des anderen Systems sind weggelassen', element.name);
    return undefined;
  }
  if (prefix === 'bpmn' && element.name === 'conditionExpression' && isOtherLanguage(element.text)) {
    notes.say(`Die Bedingung „${element.text.trim()}“ am Weg „${ownerOf(element)}“ ist kein FEEL. Bitte neu angeben.`);
    return undefined;
  }
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).flatMap(([name, value]) => {
      const kept = keepAttribute(element, name, value, notes);
      return kept ? [kept] : [];
    }),
  );
  if (element.name === 'documentation') delete attributes.textFormat;
  const children = element.children.flatMap((child) => keepKnown(child, notes) ?? []);
  const text = isSpoken(element) ? speak(element, notes) : element.text.trim();
  if (element.name === 'documentation' && text === '') return undefined;
  if (element.name === 'extensionElements' && children.length === 0) return undefined;
  return { name: `${prefix}:${element.name}`, attributes, children, text: children.length > 0 ? '' : text };
};
