/** A session that has ended, and signing in again. */
export const de = {
  locked: {
    title: 'Der Bildschirm ist gesperrt',
    text: 'Sie waren eine Weile nicht aktiv, oder Ihre Sitzung ist abgelaufen. Was Sie eingegeben haben, ist noch da.',
    signIn: 'Anmelden und weiterarbeiten',
    newTab: 'Die Anmeldung öffnet sich in einem neuen Tab. Danach geht es hier weiter.',
    check: 'Ich bin wieder angemeldet',
    still: 'Noch ist niemand angemeldet.',
    leave: 'Ohne Anmeldung zur Startseite',
  },
  signedIn: {
    title: 'Sie sind angemeldet',
    text: 'Sie können diesen Tab schließen. Im anderen Tab geht es weiter.',
    home: 'Zur Startseite',
  },
};
