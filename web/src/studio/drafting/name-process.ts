const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The process of a BPMN text under another name; whatever else the drawing says stays as it is. */
export const nameProcess = (xml: string, name: string): string =>
  xml.replace(/<((?:[\w-]+:)?process)\b([^>]*?)(\/?)>/, (_all, tag: string, attributes: string, end: string) => {
    const others = attributes.replace(/\sname=(?:"[^"]*"|'[^']*')/, '');
    return `<${tag}${others} name="${escaped(name)}"${end}>`;
  });
