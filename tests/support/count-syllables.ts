// German syllables by vowel groups: a diphthong or a doubled vowel is one, any other neighbour is a new one ("The-a-ter").
// Meant for whole letters: single words may be off by one, a page by less than five per cent.
const pairs = new Set(['aa', 'ee', 'oo', 'ai', 'ei', 'au', 'äu', 'eu', 'ie', 'ay', 'ey', 'oy', 'oi']);
const vowels = new Set('aeiouäöüyáàâéèêíìîóòôúùû');

// A prefix before a vowel is spoken apart: "be-endet", "ge-ehrte", "be-urteilt".
const splitPrefix = /^(be|ge)(?=e(?:nd|h[rt]|rd|ig)|u(?:r|n))/;
// "Fa-mi-li-e", "Ko-pi-en", "Mu-se-um"; but "Ko-pie".
const spokenApart = /(?:famil|lin|stud|akt|ar|ser|präm)ie$|\p{L}{2}ien$|eum$/u;

/** At least 1. A word of digits counts as one syllable, because the formulas know no numbers. */
export const countSyllables = (word: string): number => {
  const letters = word.toLowerCase().normalize('NFC').replace(/qu/g, 'q').replace(splitPrefix, '$1-');
  let count = 0;
  for (let at = 0; at < letters.length; at += 1) {
    if (!vowels.has(letters[at] as string)) continue;
    count += 1;
    if (pairs.has(letters.slice(at, at + 2))) at += 1;
  }
  if (spokenApart.test(letters)) count += 1;
  return Math.max(1, count);
};
