import { Invalid } from './errors.ts';

/** An opaque place in a sorted list: the sort values and, last, the id of the last row shown. */
export const encodeCursor = (place: readonly string[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

export type CursorPart = 'time' | 'number' | 'id';

const fits: Record<CursorPart, (text: string) => boolean> = {
  time: (text) => /^[\d:.TZ-]{20,24}$/.test(text) && !Number.isNaN(Date.parse(text)),
  number: (text) => /^-?\d{1,9}$/.test(text),
  id: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text),
};

const read = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** `parts` is what the list is sorted by: a cursor of another order, or one made by hand, never reaches the database. */
export const decodeCursor = <const Parts extends readonly CursorPart[]>(
  cursor: string,
  parts: Parts,
): { [Index in keyof Parts]: string } => {
  const place = read(cursor);
  const ours = Array.isArray(place) && place.length === parts.length;
  if (ours && parts.every((part, index) => typeof place[index] === 'string' && fits[part](place[index])))
    return place as { [Index in keyof Parts]: string };
  throw new Invalid('Der Seitenzeiger ist ungültig.', [{ field: 'cursor', message: 'bitte so zurückgeben, wie er kam' }]);
};
