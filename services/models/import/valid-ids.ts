import { Invalid } from '../../platform/errors.ts';
import type { Notes } from './notes.ts';
import { isReferenceText, referenceNames } from './one-process.ts';
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

/** Ids the engine, the browser and our lists can live with; whatever pointed to the old one points to the new one. */
export const makeIdsValid = (definitions: XmlNode, fixed: ReadonlyMap<string, string>, notes: Notes): void => {
  const nodes = [...walkNodes(definitions)];
  const seen = new Set<string>();
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const node of nodes) {
    const { id } = node.attributes;
    if (id === undefined || isDrawn(node) || node === definitions) continue;
    if (seen.has(id)) throw new Invalid(`Die Kennung „${id}“ gibt es in der Datei zweimal. Bitte im anderen Werkzeug bereinigen.`);
    seen.add(id);
    let next = fixed.get(id) ?? (valid.test(id) ? id : toValid(id));
    for (let count = 2; taken.has(next) || (next !== id && seen.has(next) && !fixed.has(id)); count += 1) next = `${toValid(id)}_${count}`;
    if (next !== id && !fixed.has(id))
      notes.count('Kennungen mit Umlauten, Ziffern am Anfang oder Sonderzeichen sind angepasst', `${id} → ${next}`);
    renamed.set(id, next);
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
    if (!isDrawn(node)) {
      const { id } = node.attributes;
      if (id !== undefined) node.attributes.id = renamed.get(id) ?? id;
    } else if (node.attributes.id !== undefined) delete node.attributes.id;
  }
};

/** The drawing's own ids follow from what is drawn. */
export const nameDrawing = (definitions: XmlNode): void => {
  const used = new Set([...walkNodes(definitions)].flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id])));
  for (const node of walkNodes(definitions)) {
    if (!/^bpmndi:BPMN(?:Diagram|Plane|Shape|Edge)$/.test(node.name)) continue;
    const base =
      node.name === 'bpmndi:BPMNDiagram' ? 'diagram_1' : node.name === 'bpmndi:BPMNPlane' ? 'plane_1' : `${node.attributes.bpmnElement}_di`;
    let id = base;
    for (let count = 2; used.has(id); count += 1) id = `${base}_${count}`;
    used.add(id);
    node.attributes = { id, ...node.attributes };
  }
};
