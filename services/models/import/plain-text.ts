const dangerous = /\b(?:javascript|vbscript|data)\s*:[^\s"'<>]*/gi;

const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: '’' };

/** Other tools keep documentation as HTML, with images and links inside. Here it is text; what it said is kept, how it looked is not. */
export const toPlainText = (text: string): string => {
  const isHtml = /<\/?[a-z][^<>]*>/i.test(text);
  const plain = isHtml
    ? text
        .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
        .replace(/<(?:br|\/p|\/div|\/li|\/h\d)[^<>]*>/gi, '\n')
        .replace(/<[^<>]*>/g, '')
        .replace(/&(nbsp|amp|lt|gt|quot|apos);/g, (found, name: string) => entities[name] ?? found)
    : text;
  return plain
    .replace(dangerous, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
