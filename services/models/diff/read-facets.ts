import type { XmlElement } from '../../reading/index.ts';
import { lookUp } from '../look-up.ts';

/** What an element says of itself, each thing under a name of its own. Two elements with equal facets say the same. */
export type Facets = Map<string, string>;

const prefixes: Record<string, string> = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': '',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe:',
  'http://camunda.org/schema/modeler/1.0': 'modeler:',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi:',
};
const isDmn = (uri: string): boolean => /^https?:\/\/www\.omg\.org\/spec\/DMN\//.test(uri);

const shortOf = (uri: string): string => (uri === '' || isDmn(uri) ? '' : (lookUp(prefixes, uri) ?? `${uri}:`));

/** The namespace a prefix stands for at an element. */
export const uriOf = (element: XmlElement, prefix: string): string => {
  for (let each: XmlElement | null = element; each; each = each.parent) {
    const uri = each.attributes[`xmlns:${prefix}`];
    if (uri !== undefined) return uri;
  }
  return prefix;
};

/** The name of an element whatever prefix its author chose. */
export const nameOf = (element: XmlElement): string => shortOf(element.namespace) + element.name;

/** Attributes that mean something, prefixes made equal. */
export const attributesOf = (element: XmlElement): [name: string, value: string][] =>
  Object.entries(element.attributes).flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns' || name.startsWith('xmlns:')) return [];
    const at = name.indexOf(':');
    const full = at < 0 ? name : shortOf(uriOf(element, name.slice(0, at))) + name.slice(at + 1);
    return full === 'xsi:schemaLocation' ? [] : [[full, value]];
  });

export const textOf = (element: XmlElement): string => element.text.replaceAll('\r\n', '\n').trim();

/** The key itself, or with a number where it is taken. */
export const freeKey = (map: ReadonlyMap<string, unknown>, key: string): string => {
  let free = key;
  for (let count = 2; map.has(free); count += 1) free = `${key}#${count}`;
  return free;
};

export const put = (facets: Facets, key: string, value: string): void => {
  facets.set(freeKey(facets, key), value);
};

/** Lists whose entries have a name: an entry is known by it, not by where it stands. */
const keyedBy: Record<string, string> = {
  'zeebe:property': 'name',
  'zeebe:input': 'target',
  'zeebe:output': 'target',
  'zeebe:header': 'key',
};

/** Takes in everything below an element but what `skip` leaves to others: nothing that could mean something is lost. */
export const flatten = (facets: Facets, element: XmlElement, path: string, skip: (child: XmlElement) => boolean): void => {
  const name = nameOf(element);
  const key = lookUp(keyedBy, name);
  const attributes = attributesOf(element).filter(([each]) => each !== key);
  for (const [each, value] of attributes) put(facets, `${path}@${each}`, value);
  const text = textOf(element);
  if (text) put(facets, path, text);
  const children = element.children.filter((child) => !skip(child));
  if (path !== '' && attributes.length === 0 && !text && children.length === 0) put(facets, path, '');
  for (const child of children) {
    const childName = nameOf(child);
    const by = lookUp(keyedBy, childName);
    const part = by === undefined ? childName : `${childName}[${child.attributes[by] ?? ''}]`;
    flatten(facets, child, path === '' ? part : `${path}/${part}`, skip);
  }
};

/** The keys in which two sets of facets differ, those of `before` first. The id of a part that came or went with more than its id is no news. */
export const changedKeys = (before: Facets, after: Facets): string[] => {
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  return keys.filter((key) => {
    const part = /^(.+)@id(?:#\d+)?$/.exec(key)?.[1];
    if (part === undefined || (before.has(key) && after.has(key))) return true;
    return !keys.some((other) => other !== key && other.startsWith(part) && !/@id(?:#\d+)?$/.test(other));
  });
};

/** Of two orders of things: those that had to be moved to get from one to the other, as few as possible. */
export const movedIn = (before: readonly string[], after: readonly string[]): string[] => {
  const [had, has] = [new Set(before), new Set(after)];
  const old = before.filter((each) => has.has(each));
  const now = after.filter((each) => had.has(each));
  if (old.every((each, index) => each === now[index])) return [];
  const places = new Map(old.map((each, index) => [each, index]));
  // Lists longer than anybody reads are told without looking for the shortest way.
  if (now.length > 1500) return now.filter((each, index) => places.get(each) !== index);
  const at = now.map((each) => places.get(each) ?? 0);
  // The longest rising run stays; what is not in it was moved.
  const best: number[] = [];
  const from: number[] = [];
  for (const [index, position] of at.entries()) {
    best[index] = 1;
    from[index] = -1;
    for (let other = 0; other < index; other += 1) {
      if ((at[other] as number) < position && (best[other] as number) + 1 > (best[index] as number)) {
        best[index] = (best[other] as number) + 1;
        from[index] = other;
      }
    }
  }
  const kept = new Set<number>();
  for (let index = best.indexOf(Math.max(0, ...best)); index >= 0; index = from[index] ?? -1) kept.add(index);
  return now.filter((_, index) => !kept.has(index));
};
