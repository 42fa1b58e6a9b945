import { Invalid } from '../../platform/errors.ts';
import type { Notes } from './notes.ts';
import { isReferenceText, referenceNames } from './references.ts';
import { isStep } from './which-process.ts';
import { walkNodes, type XmlNode } from './xml-node.ts';

const letters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };
const latin = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[äöüÄÖÜß]/g, (found) => letters[found] ?? found)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** German kebab-case, as folders and processes are called here. */
export const toPlainId = (text: string): string =>
  latin(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');

const valid = /^[A-Za-z_][\w.-]{0,99}$/;

const toValid = (id: string): string => {
  const plain = latin(id)
    .replace(/[^\w.-]/g, '_')
    .slice(0, 80);
  return /^[A-Za-z_]/.test(plain) ? plain : `id_${plain}`;
};

const isDrawn = ({ name }: XmlNode): boolean => /^(?:bpmndi|dc|di):/.test(name);

/**
 * Ids the engine, the browser and our lists can live with; whatever pointed to the old one points to the new one. `fixed` are new ids that are settled, by
 * the old one. Of two with one id the process or step keeps it; two steps with one id are refused, because nobody knows which of them a way leads to.
 */
export const makeIdsValid = (definitions: XmlNode, process: XmlNode, fixed: ReadonlyMap<string, string>, notes: Notes): void => {
  const nodes = [...walkNodes(definitions)];
  const named = nodes.filter((node) => node.attributes.id !== undefined && !isDrawn(node) && node !== definitions && node !== process);
  const ids = new Set([process, ...named].map(({ attributes }) => attributes.id ?? ''));
  const renamed = new Map<string, string>();
  const own = new Map<XmlNode, string>();
  const taken = new Set(fixed.values());
  const free = (id: string, joint = '_'): string => {
    let next = id;
    for (let count = 2; taken.has(next) || ids.has(next); count += 1) next = `${id}${joint}${count}`;
    return next;
  };
  // The second of two whose id is made to speak speaks as well.
  const ofTwo = (id: string): string => {
    const spoken = fixed.get(id);
    return spoken === undefined ? free(toValid(id)) : free(spoken, '');
  };
  for (const node of [process, ...named.filter(isStep), ...named.filter((each) => !isStep(each))]) {
    const { id = '' } = node.attributes;
    const twice = renamed.has(id);
    if (twice && isStep(node)) throw new Invalid(`Die Kennung „${id}“ gibt es in der Datei zweimal. Bitte im anderen Werkzeug bereinigen.`);
    const settled = twice ? undefined : fixed.get(id);
    const kept = !twice && valid.test(id) && !taken.has(id);
    const next = settled ?? (twice ? ofTwo(id) : kept ? id : free(toValid(id)));
    if (twice) notes.count('Kennungen, die es zweimal gab, sind angepasst', `${id} → ${next}`);
    else if (settled === undefined && !kept)
      notes.count('Kennungen mit Umlauten, Ziffern am Anfang oder Sonderzeichen sind angepasst', `${id} → ${next}`);
    if (!twice) renamed.set(id, next);
    own.set(node, next);
    taken.add(next);
  }
  /** Some tools write references as names with a prefix. */
  const resolve = (value: string): string => renamed.get(value) ?? renamed.get(value.slice(value.indexOf(':') + 1)) ?? value;
  for (const node of nodes) {
    for (const name of referenceNames) {
      const value = node.attributes[name];
      if (value !== undefined) node.attributes[name] = resolve(value.trim());
    }
    if (isReferenceText(node.name)) node.text = resolve(node.text.trim());
    if (node === definitions) continue;
    const next = own.get(node);
    if (next !== undefined) node.attributes.id = next;
    else if (isDrawn(node)) delete node.attributes.id;
  }
};

/** The drawing's own ids follow from what is drawn. */
export const nameDrawing = (definitions: XmlNode): void => {
  const used = new Set([...walkNodes(definitions)].flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id])));
  let sheet = 0;
  for (const node of walkNodes(definitions)) {
    if (!/^bpmndi:BPMN(?:Diagram|Plane|Shape|Edge)$/.test(node.name)) continue;
    if (node.name === 'bpmndi:BPMNDiagram') sheet += 1;
    const base =
      node.name === 'bpmndi:BPMNDiagram'
        ? `diagram_${sheet}`
        : node.name === 'bpmndi:BPMNPlane'
          ? `plane_${sheet}`
          : `${node.attributes.bpmnElement}_di`;
    let id = base;
    for (let count = 2; used.has(id); count += 1) id = `${base}_${count}`;
    used.add(id);
    node.attributes = { id, ...node.attributes };
  }
};
