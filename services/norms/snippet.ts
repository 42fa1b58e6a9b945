const ROOM = 90;
const MOST = 240;

/** A text that fits on two lines: all of a short one, else what stands around the citation, cut at words. */
export const snippet = (text: string, { start, end }: { start: number; end: number }): string => {
  const plain = (part: string): string => part.replaceAll(/[ \n\r\t]+/g, ' ');
  if (text.length <= MOST) return plain(text).trim();
  const from = Math.max(0, start - ROOM);
  const to = Math.min(text.length, end + ROOM);
  const before = from === 0 ? text.slice(0, start) : `…\u00a0${text.slice(from, start).replace(/^\S*\s/, '')}`;
  const after = to === text.length ? text.slice(end) : `${text.slice(end, to).replace(/\s\S*$/, '')}\u00a0…`;
  return plain(before + text.slice(start, end) + after).trim();
};
