/** An Aktenzeichen as people paste it: `AB-2026-000075`, `AB–2026–000075`, `Az. AB 2026 000075.`, `ab2026000075`, `AB-2026-75`, `2026/75`, `75`. */
export type FileNumber = { whole: string } | { like: string[] };

const DIGITS = 6;
const sep = String.raw`[\s./_\-‐‑‒–—―−]*`;
const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])(\p{L}{2})${sep}((?:19|20)\d\d)${sep}(\d{1,7})(?!\p{N})`, 'iu');
const label = /^\s*(?:aktenzeichen|az\.?|unser zeichen|ihr zeichen)\s*[:.]?\s*/i;

/** A short number is meant as written on the file's back; one that begins with a nought is a piece of the six digits. */
const isPiece = (number: string): boolean => number.startsWith('0') && number.length < DIGITS;

/** Undefined where the text is none. `whole` is one case's own; `like` are patterns for a part of it. */
export const readFileNumber = (typed: string): FileNumber | undefined => {
  const text = typed.replace(label, '').trim();
  const found = whole.exec(text);
  if (found) {
    const [, circle = '', year = '', number = ''] = found;
    const written = `${circle.toUpperCase()}-${year}-`;
    return isPiece(number) ? { like: [`${written}${number}%`] } : { whole: `${written}${number.padStart(DIGITS, '0')}` };
  }
  const ofCircle = new RegExp(String.raw`^(\p{L}{2})${sep}((?:19|20)\d\d)${sep}$`, 'iu').exec(text);
  if (ofCircle) return { like: [`${ofCircle[1]?.toUpperCase()}-${ofCircle[2]}-%`] };
  const ofYear = new RegExp(String.raw`^((?:19|20)\d\d)${sep}(\d{1,7})[.\s]*$`, 'u').exec(text);
  const number = /^(\d{1,6})[.\s]*$/.exec(text)?.[1];
  const like: string[] = [];
  if (ofYear) {
    const [, year = '', rest = ''] = ofYear;
    like.push(isPiece(rest) ? `%-${year}-${rest}%` : `%-${year}-${rest.padStart(DIGITS, '0')}`);
  }
  if (number) like.push(`%-${number.padStart(DIGITS, '0')}`, ...(number.length > 2 && number.length < DIGITS ? [`%${number}%`] : []));
  return like.length > 0 ? { like: [...new Set(like)] } : undefined;
};
