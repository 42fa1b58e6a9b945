import fc from 'fast-check';

/** Words as names have them: syllables, so that what is generated can be spoken, in the letters of many a passport. */

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const consonant = fc.constantFrom(...'bcdfghjklmnprstvwz', ...'çčćđğłńñřşšśťýžźż', 'sch', 'tsch', 'ch', 'kh', 'th', 'ph');
const vowel = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'aeiou') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...'äöüáéíóúàèâêîôûåøæőűąęıãõ', 'ei', 'ou', 'ai'),
  },
);
const ending = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...'nrslmtkß') });

export const latinWord: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.tuple(consonant, vowel), { minLength: 1, maxLength: 4 }), ending)
  .map(([syllables, last]) => capital(syllables.flat().join('') + last));

/** A word in its own letters and as ICAO 9303, ELOT 743 or an Arab state's passport writes it. */
export type Transliterated = { own: string; latin: string };

const spelled = (pairs: readonly (readonly [string, string])[]): Transliterated => ({
  own: capital(pairs.map(([own]) => own).join('')),
  latin: capital(pairs.map(([, latin]) => latin).join('')),
});
const syllables = (
  first: readonly (readonly [string, string])[],
  second: readonly (readonly [string, string])[],
): fc.Arbitrary<Transliterated> =>
  fc
    .array(fc.tuple(fc.constantFrom(...first), fc.constantFrom(...second)), {
      minLength: 2,
      maxLength: 4,
    })
    .map((each) => spelled(each.flat()));

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s+/)
    .map((each) => each.split(':') as [string, string]);

/** Doc 9303 part 3, table B. */
export const cyrillicWord = syllables(
  pairs('б:b в:v г:g д:d ж:zh з:z к:k л:l м:m н:n п:p р:r с:s т:t ф:f х:kh ц:ts ч:ch ш:sh щ:shch'),
  pairs('а:a е:e и:i о:o у:u ы:y э:e ю:iu я:ia'),
);

/** ELOT 743. */
export const greekWord = syllables(
  pairs('β:v γ:g δ:d ζ:z θ:th κ:k λ:l μ:m ν:n ξ:x π:p ρ:r σ:s τ:t φ:f χ:ch ψ:ps'),
  pairs('α:a ε:e η:i ι:i ο:o ω:o ου:ou ά:a έ:e ί:i ό:o'),
);

/** Short vowels are spoken and written in the passport, and left out in Arabic. */
export const arabicWord = syllables(
  pairs('ب:b ت:t ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ف:f ق:q ك:k ل:l م:m ن:n'),
  pairs(':a :i :u :e :o ا:a ي:i و:u و:ou ي:ee'),
);
