/** One spelling for comparing and searching names: `Müller`, `Mueller` and `MÜLLER` meet; marks of other scripts' transliterations are stripped. */
export const foldName = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('de')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
