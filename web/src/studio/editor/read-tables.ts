/** What of a decision file the examples need: which decisions there are, what they read and answer, and their rows. */
export type TableInWords = {
  id: string;
  name: string;
  inputs: { name: string; label: string }[];
  outputs: { name: string; label: string }[];
  rules: { id: string; reason: string }[];
};

const childrenOf = (element: Element, name: string): Element[] => [...element.children].filter((each) => each.localName === name);
const textOf = (element: Element | undefined, name: string): string => (element && childrenOf(element, name)[0]?.textContent?.trim()) ?? '';

/** Reads the text the editor has just written; a text that is no XML gives nothing. */
export const readTables = (xml: string): TableInWords[] => {
  const read = new DOMParser().parseFromString(xml, 'application/xml');
  if (read.querySelector('parsererror')) return [];
  return [...read.documentElement.children]
    .filter((each) => each.localName === 'decision')
    .flatMap((decision) => {
      const table = childrenOf(decision, 'decisionTable')[0];
      if (!table) return [];
      const id = decision.getAttribute('id') ?? '';
      return [
        {
          id,
          name: decision.getAttribute('name') ?? id,
          inputs: childrenOf(table, 'input').map((input) => {
            const expression = textOf(childrenOf(input, 'inputExpression')[0], 'text');
            return { name: expression, label: input.getAttribute('label') ?? expression };
          }),
          outputs: childrenOf(table, 'output').map((output) => ({
            name: output.getAttribute('name') ?? '',
            label: output.getAttribute('label') ?? output.getAttribute('name') ?? '',
          })),
          rules: childrenOf(table, 'rule').map((rule) => ({ id: rule.getAttribute('id') ?? '', reason: textOf(rule, 'description') })),
        },
      ];
    });
};
