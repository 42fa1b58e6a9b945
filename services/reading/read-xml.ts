import { SaxesParser } from 'saxes';

/** Where the opening tag of an element stands in the text, so that single attributes can be changed and all else stays as it was drawn. */
export type XmlElement = {
  namespace: string;
  name: string;
  attributes: Record<string, string>;
  parent: XmlElement | null;
  children: XmlElement[];
  text: string;
  tagStart: number;
  tagEnd: number;
};

/** Real drawings of other tools reach 8,000 elements with their picture; what is far beyond was made to hurt. */
export const limits = { bytes: 1_000_000, elements: 20_000, depth: 60 };

export class XmlRefused extends Error {}

/** Whether and how the XML declaration at the beginning of a text names an encoding. */
const declaration = /^(\uFEFF?<\?xml\s[^>]*?\bencoding\s*=\s*)(["'])([A-Za-z][\w.-]*)\2/;

export const declaredEncoding = (text: string): string | undefined => declaration.exec(text)?.[3];

/**
 * A text that is no bytes any more, with the declaration that becomes true once it is stored: what it was encoded in before says nothing about it. Without
 * this the engine would read the stored bytes as what the declaration says.
 */
export const declareUtf8 = (text: string): string => {
  const declared = declaredEncoding(text);
  return declared === undefined || /^utf-?8$/i.test(declared) ? text : text.replace(declaration, '$1$2UTF-8$2');
};

/** Bytes → text, UTF-8 only. A UTF-16 file or a broken sequence is refused, because engine and browser would read different things. */
export const decodeUtf8 = (bytes: Uint8Array): string => {
  if (bytes.byteLength > limits.bytes) throw new XmlRefused(`ist mit ${bytes.byteLength} Bytes zu groß (erlaubt ${limits.bytes})`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlRefused('ist nicht in UTF-8 geschrieben');
  }
};

/**
 * Reads XML strictly: no DTD (so no entities and no outside files), bounded size, depth and number of elements, namespaces resolved.
 * Throws XmlRefused with a sentence about the file.
 */
export const readXml = (text: string): XmlElement => {
  if (Buffer.byteLength(text) > limits.bytes) throw new XmlRefused(`ist zu groß (erlaubt ${limits.bytes} Bytes)`);
  const parser = new SaxesParser({ xmlns: true });
  let root: XmlElement | undefined;
  let current: XmlElement | null = null;
  let depth = 0;
  let count = 0;
  const refuse = (reason: string): never => {
    throw new XmlRefused(reason);
  };

  parser.on('error', (error) => refuse(`ist kein lesbares XML (${error.message})`));
  parser.on('doctype', () => refuse('enthält eine DTD; die ist nicht erlaubt'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) refuse(`nennt die Kodierung ${encoding}; erlaubt ist UTF-8`);
  });
  parser.on('opentag', (tag) => {
    count += 1;
    depth += 1;
    if (count > limits.elements) refuse(`hat mehr als ${limits.elements} Elemente`);
    if (depth > limits.depth) refuse(`ist tiefer als ${limits.depth} Ebenen geschachtelt`);
    const tagEnd = parser.position;
    const element: XmlElement = {
      namespace: tag.uri,
      name: tag.local,
      attributes: Object.fromEntries(Object.values(tag.attributes).map((each) => [each.name, each.value])),
      parent: current,
      children: [],
      text: '',
      // A '<' cannot stand inside a tag, so the last one before its end opens it.
      tagStart: text.lastIndexOf('<', tagEnd - 1),
      tagEnd,
    };
    if (current) current.children.push(element);
    else root = element;
    current = element;
  });
  const addText = (chunk: string): void => {
    if (current) current.text += chunk;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    current = current?.parent ?? null;
  });
  parser.write(text).close();
  return root ?? refuse('ist leer');
};

/** The element itself and everything below it, in document order. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* walk(child);
}
