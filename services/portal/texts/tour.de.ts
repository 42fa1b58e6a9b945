export const deTour = {
  label: 'Rundgang',
  step: (number: number, of: number) => `Rundgang ${number} von ${of}`,
  next: 'Weiter',
  back: 'Zurück',
  close: 'Schließen',
  done: 'Fertig',
  start: 'Rundgang',
  role: 'Andere Rolle',
  steps: [
    {
      title: 'Ihr Postfach',
      text: 'Hier steht, was läuft und was wir Ihnen geschrieben haben. Was Sie noch tun müssen, ist fett gedruckt.',
    },
    {
      title: 'Was brauche ich?',
      text: 'Vor der ersten Frage steht, für wen der Antrag ist, welche Unterlagen er braucht und wie lange es dauert.',
    },
    {
      title: 'Der Antrag',
      text: 'Lassen Sie ruhig etwas aus und gehen Sie weiter. Alle Fehler stehen dann oben, und nichts geht verloren. Das geht auch ohne JavaScript.',
    },
    {
      title: 'Wo steht mein Antrag?',
      text: 'Öffnen Sie ein Anliegen. Drei Sätze sagen, was da ist, worauf wir warten und was als Nächstes kommt.',
    },
    {
      title: 'Ihre Briefe',
      text: 'Unten liegen Ihre Briefe, in einfacher Sprache und zum Drucken. Den genauen Wortlaut klappen Sie darunter auf.',
    },
  ],
};
