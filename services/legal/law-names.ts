/** Letters write laws out; the fixture of norms knows them by their abbreviation. Beginnings, so that the genitive is found, too. */
const written: readonly [begins: string, law: string][] = [
  ['Aufenthaltsgesetz', 'AufenthG'],
  ['Aufenthaltsverordnung', 'AufenthV'],
  ['Beschäftigungsverordnung', 'BeschV'],
  ['Asylgesetz', 'AsylG'],
  ['Verwaltungsverfahrensgesetz', 'VwVfG'],
  ['Verwaltungsgerichtsordnung', 'VwGO'],
  ['Verwaltungszustellungsgesetz', 'VwZG'],
  ['Staatsangehörigkeitsgesetz', 'StAG'],
  ['Bürgerliches Gesetzbuch', 'BGB'],
  ['Grundgesetz', 'GG'],
];

export const lawName = (name: string): string => written.find(([begins]) => name.startsWith(begins))?.[1] ?? name;

/** What a law is called in a citation: `AufenthG`, `FreizügG/EU`, `SGB VIII`, `Aufenthaltsgesetzes`. */
export const lawPattern =
  /(?:(?:des|der) )?((?:SGB [IVX]+|UN-Kinderrechtskonvention|EMRK|DSGVO)|[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*(?:G|V|O|GB|gesetz(?:es|buch(?:es|s)?)?|[oO]rdnung)(?:\/EU|-DV)?)(?![\p{L}\p{N}])/uy;
