/**
 * People as an office has them, the same in every run: no two family names alike, birthdays over 55 years, and about one in sixteen born on a first
 * of January, because nobody knew the day. The search for likely the same person then finds as few or as many as in an office.
 */
const onsets = ['B', 'D', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T', 'W', 'Z'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'au'];
const codas = ['', 'n', 'r', 'l', 's', 'm'];
const syllables = onsets.flatMap((onset) => vowels.flatMap((vowel) => codas.map((coda) => `${onset}${vowel}${coda}`)));

const FIRST_YEAR = 1951;
const YEARS = 55;
const SHARE_OF_NEW_YEAR = 0.06;

/** The same number for the same two, anywhere between 0 and 1. */
const draw = (index: number, about: number): number => {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(about + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
};

const pick = <T>(from: readonly T[], at: number): T => from[Math.floor(at * from.length)] as T;
const asName = (parts: readonly string[]): string => {
  const joined = parts.join('').toLowerCase();
  return `${joined[0]?.toUpperCase()}${joined.slice(1)}`;
};

/** Three syllables: counting in steps that share no factor with their number names everybody else before anybody comes again. */
const familyName = (index: number): string => {
  const count = syllables.length;
  let rest = (index * 70_000_001) % count ** 3;
  return asName(
    [0, 1, 2].map(() => {
      const syllable = syllables[rest % count] as string;
      rest = Math.floor(rest / count);
      return syllable;
    }),
  );
};

const birthday = (index: number): string => {
  const year = FIRST_YEAR + Math.floor(draw(index, 1) * YEARS);
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return first.add({ days: draw(index, 2) < SHARE_OF_NEW_YEAR ? 0 : Math.floor(draw(index, 3) * first.daysInYear) }).toString();
};

export const personAt = (index: number) => ({
  familienname: familyName(index),
  vornamen: asName([pick(syllables, draw(index, 4)), pick(syllables, draw(index, 5))]),
  geburtsdatum: birthday(index),
  staatsangehoerigkeiten: ['ungeklärt'],
  telefon: `07151 ${1000 + (index % 9000)}`,
});

let met = 0;
/** Nobody twice in one run: a person who is known already is another, shorter path. */
export const nextPerson = (): ReturnType<typeof personAt> => {
  met += 1;
  return personAt(met);
};
