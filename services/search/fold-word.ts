/** Letters that lose nothing but their mark, or stand for two. Everything else that bears a mark loses it by decomposition. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'a',
  œ: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ə: 'e',
  ǝ: 'e',
  ŋ: 'n',
  ħ: 'h',
  ŧ: 't',
  ĸ: 'q',
  ƙ: 'k',
  ɓ: 'b',
  ɗ: 'd',
};

/** Between the parts of one name: apostrophes of every keyboard and transliteration, hyphens and dashes, the filler of a passport's lines. */
export const joint = /['’‘‛`´ʹʺʻʼʽʾʿˈˊ′＇\-‐‑‒–—―<]/gu;

export const unmarked = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Lower case, Latin letters without marks. `İ` is an i like any other. */
export const plainLetters = (text: string): string =>
  unmarked(
    text
      .normalize('NFKC')
      .replaceAll('İ', 'i')
      .toLowerCase()
      .normalize('NFC')
      .replace(/./gsu, (letter) => letters[letter] ?? letter),
  );

/**
 * One spelling for all the ways to write a word without its marks: `Müller`, `Mueller` and `Muller` are `muller`, `Đorđević`, `Djordjevic`
 * and `Dordevic` are `dordevic`, `Åse` and `Aase` are `ase`. A passport's machine-readable line may also write `UXX` and `NXX`.
 */
export const foldWord = (word: string): string =>
  plainLetters(word)
    .replace(/([aeioun])xx/g, '$1')
    .replace(/([aou])e/g, '$1')
    .replaceAll('aa', 'a')
    .replaceAll('dj', 'd');
