import type { Language } from '../language.ts';

// ISO 3166-1, states only.
const codes =
  'AF EG AL DZ AD AO AG GQ AR AM AZ ET AU BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CL CN CR CI DK DE DM DO DJ EC SV ER EE SZ FJ FI FR GA GM GE GH GD GR GT GN GW GY HT HN IN ID IQ IR IE IS IL IT JM JP YE JO KH CM CA CV KZ QA KE KG KI CO KM CG CD XK HR CU KW LA LS LV LB LR LY LI LT LU MG MW MY MV ML MT MA MH MR MU MX FM MD MC MN ME MZ MM NA NR NP NZ NI NL NE NG KP MK NO OM AT PK PW PS PA PG PY PE PH PL PT RW RO RU SB ZM WS SM ST SA SE CH SN RS SC SL ZW SG SK SI SO ES LK KN LC VC ZA SD SS KR SR SY TJ TZ TH TL TG TO TT TD CZ TN TR TM TV UG UA HU UY UZ VU VA VE AE US GB VN CF CY'.split(
    ' ',
  );

const spoken = 'de en ar fa ku ps tr ru uk fr es pt it pl ro sr sq hy ka az ti am so ha yo ig sw hi ur bn pa ta zh vi'.split(' ');

const named = (type: 'region' | 'language', list: readonly string[], language: Language): { value: string; label: string }[] => {
  const german = new Intl.DisplayNames('de', { type });
  const shown = new Intl.DisplayNames(language, { type });
  return list
    .map((code) => ({ value: (type === 'region' ? german.of(code) : code) ?? code, label: shown.of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
};

/** Chosen in the person's language, filed under the German name: clerks read it. */
export const listCountries = (language: Language): { value: string; label: string }[] => named('region', codes, language);

/** Filed by code. */
export const listSpoken = (language: Language): { value: string; label: string }[] => named('language', spoken, language);
