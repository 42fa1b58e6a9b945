/** A text with a head between two lines `---`: its fields (`name: value`), and what follows. Without a head all is text. */
export const readFrontMatter = (source: string): { fields: Readonly<Record<string, string>>; text: string } => {
  const found = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  const lines = (found?.[1] ?? '').split('\n').flatMap((line) => (line.includes(': ') ? [line] : []));
  const fields = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
  return { fields, text: (found ? (found[2] ?? '') : source).trim() };
};
