import { unmarked } from './fold-word.ts';

/**
 * How Latin letters write another script: each word in one or more ways. `consonants` are scripts whose short vowels are not written; there two
 * letters side by side may look like one sound (س and ه like `sh`) and be two with a vowel between: `apart` has a stop behind every letter.
 */
export type Latin = { spellings: string[]; apart: string[]; consonants: boolean };

type Letters = ReadonlyMap<string, string>;

/** `аa бb ь` … : a letter and what stands for it. */
const table = (text: string): Letters =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => [[...pair][0] ?? '', [...pair].slice(1).join('')]),
  );

/** As ICAO 9303 and English newspapers write it; what German, French and ISO 9 do otherwise has the same sound (sound-of.ts). */
const cyrillic = table(`
  аa бb вv гg ґg ғg дd ђdj ѓg еe ёyo єye жzh җzh зz ѕz иi йy іi їyi јj кk қk ќk лl љlj мm нn ңn њnj оo өo пp рr сs тt ћc
  уu ўu үu ұu фf хkh һh ҳh цts чch ҷj џdz шsh щshch ъ ыy ь эe әa юyu яya
`);

const greek = table(`
  αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo
`);

const arabic = table(`
  اa أa إa آa ٱa ىa عa ء ئ ؤ بb پp تt ٹt ة ثth جj چch حh خkh دd ڈd ذz رr ڑr زz ژzh سs شsh صs ضd طt ظz غgh فf ڤv قq كk کk
  گg لl مm نn ںn هh ھh ہh ۀ وw ۆo يy یy ېy ےy ێy
`);

/** A letter not known here stays, or a name of such letters would have no key. */
const write = (word: string, letters: Letters, stop = ''): string =>
  word.replace(/./gsu, (letter) => `${letters.get(letter) ?? letters.get(unmarked(letter)) ?? letter}${stop}`);
const either = (word: string, from: RegExp, to: string): string[] => [word, word.replace(from, to)];
const distinct = (words: string[]): string[] => [...new Set(words)];

const fromCyrillic = (word: string): string[] => {
  // Ukrainian and Belarusian write the г as h.
  const latin = distinct([write(word, cyrillic), write(word.replaceAll('г', 'һ'), cyrillic)]);
  return distinct(latin.flatMap((each) => either(each, /y(?=[aou])/g, 'i')).flatMap((each) => either(each, /y/g, 'j')));
};

const fromGreek = (word: string): string[] => {
  const plain = unmarked(word)
    .replace(/ου/g, 'u')
    .replace(/([αεη])υ(?=[βγδζλμνραεηιουω])/g, '$1β')
    .replace(/([αεη])υ/g, '$1φ')
    .replace(/γ(?=[γκξχ])/g, 'ν');
  const latin = (text: string): string => text.replace(/./gsu, (letter) => greek.get(letter) ?? letter);
  return distinct([plain, plain.replace(/μπ/g, 'b').replace(/ντ/g, 'd').replace(/νκ/g, 'g')].map(latin));
};

const spokenOtherwise = [['ذ', 'د'], ['ظ', 'د'], ['ض', 'ز'], ['ث', 'س'], ['ج', 'گ']] as const; // biome-ignore format: a row
const MOST_WAYS = 64;

/** و and ي are vowels or consonants; ض, ذ and ظ are spoken with d or z, ج with j or g. */
const fromArabic = (word: string): Latin => {
  const letters = word
    .normalize('NFKC')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[هہ]$/u, '');
  // At the beginning ي is always a consonant: a vowel after it says so.
  const [first, rest] = [letters.slice(0, 1).replace(/[يی]/u, 'يا'), letters.slice(1)];
  const soft = distinct([rest, rest.replace(/و/gu, '')]).flatMap((each) => distinct([each, each.replace(/[يیےې]/gu, '')]));
  const ways = spokenOtherwise.reduce(
    (sum, [letter, other]) => distinct(sum.flatMap((each) => [each, each.replaceAll(letter, other)])).slice(0, MOST_WAYS),
    soft.map((each) => first + each),
  );
  const written = (stop?: string): string[] => distinct(ways.map((each) => write(each, arabic, stop)));
  return { spellings: written(), apart: written("'"), consonants: true };
};

/** A word in Latin letters; one that is written in them already, or in a script not known here, stays. */
export const toLatin = (word: string): Latin => {
  if (/^[a-z]*$/i.test(word)) return { spellings: [word], apart: [], consonants: false };
  const small = word.toLowerCase().normalize('NFC');
  if (/\p{Script=Cyrillic}/u.test(small)) return { spellings: fromCyrillic(small), apart: [], consonants: false };
  if (/\p{Script=Greek}/u.test(small)) return { spellings: fromGreek(small), apart: [], consonants: false };
  if (/\p{Script=Arabic}/u.test(small)) return fromArabic(small);
  // Azerbaijani passports have been written with either.
  return { spellings: distinct([small.replaceAll('ə', 'e'), small.replaceAll('ə', 'a')]), apart: [], consonants: false };
};
