/** Shorter names are too alike: `Ali`, `Ala`. */
const LONG_ENOUGH = 6;

/** True if one letter added, lost, exchanged, or two neighbours swapped make the one from the other. */
export const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < LONG_ENOUGH) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
};

/** FNV-1a. Two words may share a key; whoever finds by it compares. */
const shortened = (word: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
};

/**
 * Two words one slip apart have one of these in common: each is the word, or the word without one of its letters. So nobody has to be compared with
 * everybody of one birthday, which on the first of January are thousands.
 */
export const slipKeys = (word: string): string[] => {
  if (word.length < LONG_ENOUGH) return [];
  const without = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return [...new Set([word, ...without].map((each) => `s${shortened(each)}`))];
};
