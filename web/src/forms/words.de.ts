/** What stands around the fields; their labels, hints and options come from the form itself and are German. */
export const de = {
  proposal: 'Vorschlag der Tabelle ansehen',
  loading: 'Das Formular wird geladen …',
  optional: 'freiwillig',
  choose: 'Bitte wählen',
  dateHint: 'TT.MM.JJJJ',
  dateRange: (from?: string, until?: string) =>
    from && until ? `vom ${from} bis ${until}` : from ? `ab ${from}` : until ? `bis ${until}` : '',
  unclear: 'Was ist gemeint?',
  yes: 'Ja',
  no: 'Nein',
  faults: (n: number) => (n === 1 ? 'Eine Angabe fehlt noch oder stimmt nicht' : `${n} Angaben fehlen noch oder stimmen nicht`),
  left: (n: number) => (n === 1 ? 'noch 1 Zeichen' : `noch ${n} Zeichen`),
  tooLong: (n: number) => (n === 1 ? '1 Zeichen zu viel' : `${n} Zeichen zu viel`),
  list: {
    add: (label: string) => `Eintrag hinzufügen: ${label}`,
    addShort: 'Eintrag hinzufügen',
    remove: (n: number) => `Eintrag ${n} entfernen`,
    removeShort: 'Entfernen',
    row: (n: number) => `Eintrag ${n}`,
    none: 'Noch kein Eintrag.',
    removed: (n: number) => `Eintrag ${n} entfernt`,
  },
  file: {
    choose: 'Datei hochladen',
    none: 'keines',
    remove: 'Auswahl aufheben',
    loading: 'Die Datei wird hochgeladen …',
    failed: 'Die Datei ließ sich nicht hochladen.',
    chosen: (name: string) => `Gewählt: ${name}`,
  },
};
