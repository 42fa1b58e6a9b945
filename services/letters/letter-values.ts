/**
 * Letters that services send, with what they put into each beyond what every letter knows. A letter names no more and no less: the check refuses both. A
 * letter that is not here is sent by steps (workers/brief-senden.ts), which give what it names.
 */
export const letterValues = {
  eingangsbestaetigung: { texts: ['eingangAm'], lists: [] },
  nachforderung: { texts: ['frist'], lists: ['fehlend'] },
  erinnerung: { texts: ['frist'], lists: ['fehlend'] },
  anhoerung: { texts: ['grund', 'frist'], lists: [] },
  ruecknahme: { texts: [], lists: [] },
  'eat-abholung': { texts: [], lists: [] },
  gebuehr: { texts: ['wofuer', 'betrag', 'frist', 'norm'], lists: [] },
  'gebuehr-erinnerung': { texts: ['betrag', 'frist'], lists: [] },
  'widerspruch-eingang': { texts: ['widerspruchVom', 'angegriffen'], lists: [] },
  'widerspruch-unstatthaft': { texts: ['widerspruchVom', 'angegriffen', 'verwaltungsgericht'], lists: [] },
  'widerspruch-abgabe': { texts: ['widerspruchVom', 'angegriffen', 'behoerde'], lists: [] },
  duldung: { texts: ['gueltigBis'], lists: ['regeln'] },
  'bescheid-dul': { texts: ['begruendung', 'verwaltungsgericht'], lists: [] },
  'bescheid-ert': { texts: ['gueltigBis', 'paragraf', 'nebenbestimmung'], lists: ['regeln'] },
  'bescheid-vers': {
    texts: [
      'antragVom',
      'antragArt',
      'paragraf',
      'ausreisefrist',
      'zielstaat',
      'verbotMonate',
      'sachverhalt',
      'gruende',
      'ermessen',
      'stellungnahme',
      'beratung',
      'verwaltungsgericht',
    ],
    lists: [],
  },
  'bescheid-neb': { texts: ['nebenbestimmung', 'begruendung'], lists: [] },
  'bescheid-ein': { texts: ['bescheidVom', 'widerspruchVom', 'entscheidung', 'begruendung', 'verwaltungsgericht'], lists: [] },
} as const satisfies Record<string, { texts: readonly string[]; lists: readonly string[] }>;

type Known = typeof letterValues;
export type LetterType = keyof Known;

export const isLetterType = (type: string): type is LetterType => Object.hasOwn(letterValues, type);

/** What a sender gives for a letter of the table. */
export type ValuesOf<Type extends LetterType> = Record<Known[Type]['texts'][number], string> &
  Record<Known[Type]['lists'][number], string[]>;
