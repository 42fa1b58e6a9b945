import { camel, isSpoken, prefixOf } from '../spoken-ids.ts';
import { walkNodes, type XmlNode } from './xml-node.ts';

/** Two of them and what joins them stay below the hundred characters an id may have. */
const longest = 44;

/** `bpmn:userTask` → `bpmn:UserTask`, as the library that draws calls it. */
const typeOf = ({ name }: XmlNode): string => name.replace(/:./, (start) => start.toUpperCase());

const definitionOf = (node: XmlNode): string | undefined => {
  const found = node.children.find(({ name }) => name.endsWith('EventDefinition'));
  return found && typeOf(found);
};

/** What has no name is called by its place. */
const placeOf = (prefix: string): string =>
  ({ startEvent: 'Beginn', endEvent: 'Ende', gateway: 'Verbindung', boundaryEvent: 'Ereignis', event: 'Ereignis' })[prefix] ?? 'Schritt';

const partOf = (id: string): string => id.replace(/^[A-Za-z]+_/, '').slice(0, longest);

/**
 * Ids people can read for steps and ways whose ids say nothing, made of their names: history, map and findings know elements by them. Old id → new one;
 * what speaks already is not in it.
 */
export const spokenNames = (definitions: XmlNode, process: XmlNode): Map<string, string> => {
  const taken = new Set([...walkNodes(definitions)].flatMap(({ attributes }) => attributes.id ?? []));
  const given = new Map<string, string>();
  const give = (node: XmlNode, prefix: string, part: string): void => {
    const { id } = node.attributes;
    if (id === undefined || given.has(id) || isSpoken(id, prefix)) return;
    const base = `${prefix}_${part}`;
    let next = base;
    for (let count = 2; taken.has(next); count += 1) next = `${base}${count}`;
    taken.add(next);
    given.set(id, next);
  };
  const nodes = [...walkNodes(process)];
  for (const node of nodes) {
    const prefix = prefixOf(typeOf(node), definitionOf(node));
    if (prefix) give(node, prefix, camel(node.attributes.name ?? '').slice(0, longest) || placeOf(prefix));
  }
  const end = (reference = ''): string => {
    const local = reference.slice(reference.indexOf(':') + 1);
    const part = partOf(given.get(reference) ?? given.get(local) ?? local);
    return /^[A-Z][A-Za-z0-9_]*$/.test(part) ? part : 'Schritt';
  };
  for (const node of nodes)
    if (node.name === 'bpmn:sequenceFlow') give(node, 'flow', `${end(node.attributes.sourceRef)}_${end(node.attributes.targetRef)}`);
  return given;
};
