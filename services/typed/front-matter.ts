/** `strange`: lines of the head that are no `name: value`. */
export type FrontMatter = { fields: Readonly<Record<string, string>>; text: string; strange: readonly string[] };

/** A text with a head between two lines `---`, as letters, articles and pages of rules have it; undefined where there is no head. */
export const readFrontMatter = (source: string): FrontMatter | undefined => {
  const found = /^\s*---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(source.replaceAll('\r\n', '\n'));
  if (!found) return undefined;
  const [, head = '', text = ''] = found;
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const [said, strange] = [lines.filter((line) => line.indexOf(':') > 0), lines.filter((line) => line.indexOf(':') <= 0)];
  const fields = said.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
  return { fields: Object.fromEntries(fields), text: text.trim(), strange };
};
