/** What of the studio stands on other pages: the ways in, what waits for a signature, what is new for those who work by the models. */
export const de = {
  edit: 'Bearbeiten',
  opening: 'Wird geöffnet …',
  titleOf: (name: string) => `${name}: Änderung`,
  create: 'Anlegen',
  createLong: (id: string) => `Prozess „${id}“ anlegen`,
  waiting: (n: number) => (n === 1 ? '1 Änderung wartet auf Ihre Freigabe' : `${n} Änderungen warten auf Ihre Freigabe`),
  studio: 'Studio',
  planned: 'Noch ohne Modell',
  news: {
    title: 'Neu an Ihren Abläufen',
    read: 'Gelesen',
    readLong: (title: string) => `Gelesen: ${title}`,
    more: (n: number) => (n === 1 ? 'und 1 weitere Änderung' : `und ${n} weitere Änderungen`),
  },
};
