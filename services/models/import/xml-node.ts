/** An element to be written: names with the prefix we use for their namespace. */
export type XmlNode = { name: string; attributes: Record<string, string>; children: XmlNode[]; text: string };

export const childrenOf = (node: XmlNode, ...names: string[]): XmlNode[] => node.children.filter((child) => names.includes(child.name));

export function* walkNodes(node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const child of node.children) yield* walkNodes(child);
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};
const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (found) => escapes[found] ?? found);
const escapeAttribute = (text: string): string => text.replace(/[&<>"\n\t\r]/g, (found) => escapes[found] ?? found);

const write = ({ name, attributes, children, text }: XmlNode, indent: string): string => {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const open = `${indent}<${name}${said.join('')}`;
  if (children.length === 0) return text === '' ? `${open} />\n` : `${open}>${escapeText(text)}</${name}>\n`;
  return `${open}>\n${children.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
};

/** One element a line, as our own models are written. */
export const writeXml = (root: XmlNode): string => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
