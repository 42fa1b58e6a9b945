export const de = {
  product: 'Lotse',
  office: 'Ausländerbehörde Musterstadt',
  official: 'Offizielles System der Stadtverwaltung Musterstadt',
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  menu: 'Menü',
  open: 'offen',
  language: { label: 'Sprache', de: 'Deutsch', en: 'English' },
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  account: 'Konto und Einstellungen',
  shortcuts: 'Tastenkürzel mit einzelnen Tasten',
  shortcutsHint: 'In der Aufgabenliste: ? zeigt alle.',
  outage:
    'Der Server antwortet gerade nicht. Sie können weiterschreiben: Ihre Eingaben bleiben hier und werden gesichert, sobald er wieder da ist.',
  back: 'Der Server antwortet wieder.',
  broken: {
    title: 'Diese Ansicht ließ sich nicht zeigen',
    text: 'Vielleicht wurde Lotse gerade erneuert. Ihre gespeicherten Eingaben sind sicher. Bitte laden Sie die Seite neu.',
    reload: 'Seite neu laden',
  },
  notFound: {
    title: 'Das gibt es hier nicht',
    text: 'Die Adresse führt zu keiner Seite, oder Sie dürfen sie nicht sehen.',
    home: 'Zur Startseite',
  },
  signInFirst: { title: 'Bitte melden Sie sich an', text: 'Danach geht es hier weiter.' },
};
