import { SaxesParser } from 'saxes';

/** An element with the places of its tags in the text it was read from. */
export type Written = {
  uri: string;
  name: string;
  /** As it is written, with its prefix. */
  tag: string;
  attributes: Map<string, string>;
  parent: Written | undefined;
  children: Written[];
  /** Decoded; of an element with children only what is not white space. */
  text: string;
  start: number;
  tagEnd: number;
  closeStart: number;
  end: number;
  selfClosing: boolean;
};

/** Reads a well-formed text, so that every part of it can be written again letter by letter. Throws on anything else. */
export const readWritten = (text: string): Written => {
  const parser = new SaxesParser({ xmlns: true });
  let root: Written | undefined;
  let current: Written | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const tagEnd = parser.position;
    const element: Written = {
      uri: tag.uri,
      name: tag.local,
      tag: tag.name,
      attributes: new Map(Object.values(tag.attributes).map((each) => [each.name, each.value])),
      parent: current,
      children: [],
      text: '',
      // A '<' cannot stand inside a tag.
      start: text.lastIndexOf('<', tagEnd - 1),
      tagEnd,
      closeStart: tagEnd,
      end: tagEnd,
      selfClosing: tag.isSelfClosing,
    };
    current?.children.push(element);
    root ??= element;
    current = element;
  });
  const add = (chunk: string): void => {
    if (current) current.text += chunk;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    if (!current) return;
    current.end = parser.position;
    current.closeStart = current.selfClosing ? current.tagEnd : text.lastIndexOf('<', current.end - 1);
    if (current.children.length > 0) current.text = current.text.trim();
    current = current.parent;
  });
  parser.write(text).close();
  if (!root) throw new Error('There is no element.');
  return root;
};

const free = [
  // The order of steps, ways and shapes says nothing; that of rules, cells, mappings and the points of a line does.
  /BPMN\/20100524\/MODEL /,
  /BPMN\/20100524\/DI BPMNPlane$/,
  /omg\.org\/spec\/DMN\/[^ ]* definitions$/,
  /omg\.org\/spec\/DMN\/[^ ]* DMNDiagram$/,
];

/** Whether the children of this element mean the same in any order. */
export const isUnordered = ({ uri, name }: Written): boolean => free.some((each) => each.test(`${uri} ${name}`));

/** Whether an attribute declares a prefix. */
export const isPrefix = (name: string): boolean => /^xmlns(?::|$)/.test(name);

const meanings = new WeakMap<Written, string>();

/** What an element means, whatever its quotes, white space and, where it says nothing, order. */
export const meaningOf = (element: Written): string => {
  const known = meanings.get(element);
  if (known !== undefined) return known;
  // A prefix that is declared and not used means nothing.
  const said = [...element.attributes].filter(([name]) => !isPrefix(name));
  const attributes = said.map(([name, value]) => `${name}=${JSON.stringify(value)}`).toSorted();
  const children = element.children.map(meaningOf);
  const inside = isUnordered(element) ? children.toSorted() : children;
  const meaning = `<${element.uri} ${element.name} ${attributes.join(' ')}|${element.text}|${inside.join('')}>`;
  meanings.set(element, meaning);
  return meaning;
};
