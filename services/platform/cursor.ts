import { Invalid } from './errors.ts';

/** An opaque place in a sorted list: the sort value and the id of the last row shown. */
export const encodeCursor = (place: readonly string[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

export const decodeCursor = (cursor: string): readonly [string, string] => {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(place) && place.length === 2 && place.every((each) => typeof each === 'string')) return place as [string, string];
  } catch {
    // Falls through to the one answer for anything that is not a cursor of ours.
  }
  throw new Invalid('Der Seitenzeiger ist ungültig.', [{ field: 'cursor', message: 'bitte so zurückgeben, wie er kam' }]);
};
