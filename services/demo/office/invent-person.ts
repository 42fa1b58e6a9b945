import { readFileSync } from 'node:fs';
import type { Applicant } from '../../persons/index.ts';
import { plainLetters } from '../../search/index.ts';
import type { Draw } from './draw.ts';

type Pools = {
  given: { w: string[]; m: string[] };
  family: string[];
  countries: string[];
  unionCountries: string[];
  streets: string[];
  postcodes: string[];
  languages: string[];
};

const pools = JSON.parse(readFileSync(new URL('../../../db/demo/people.json', import.meta.url), 'utf8')) as Pools;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A person who does not exist. Name, origin, language and all the rest are drawn each for itself and apart from what they come for,
 * so that no name tells a story. Names do not repeat: two of them would be one person to the office. Citizens of the Union (`union`)
 * come with matters of free movement only: all others need a title.
 */
export const inventPerson = (draw: Draw, taken: Set<string>, union = false): Applicant => {
  const countries = union ? pools.unionCountries : pools.countries;
  const gender = draw.one(['w', 'm'] as const);
  let name: [string, string];
  do name = [draw.one(pools.given[gender]), draw.one(pools.family)];
  while (taken.has(name.join(' ')));
  taken.add(name.join(' '));
  const [vornamen, familienname] = name;
  return {
    vornamen,
    familienname,
    geburtsdatum: `${1958 + draw.number(48)}-${two(1 + draw.number(12))}-${two(1 + draw.number(28))}`,
    geburtsstaat: draw.one(countries.filter((each) => !/los$|klärt$/.test(each))),
    geschlecht: gender,
    staatsangehoerigkeiten: [draw.one(countries)],
    anschrift: `${draw.one(pools.streets)} ${1 + draw.number(89)}, ${draw.one(pools.postcodes)} Musterstadt`,
    email: `${plainLetters(`${vornamen}.${familienname}`).replace(/[^a-z.]/g, '')}@example.org`,
    telefon: `0721 ${String(1_000_000 + draw.number(8_999_999))}`,
    kontaktweg: draw.one(['email', 'telefon', 'post']),
    sprache: draw.one(pools.languages),
  };
};
