export const de = {
  title: 'Tastenkürzel',
  close: 'Schließen',
  off: 'Einzelne Tasten sind zurzeit ausgeschaltet. Einschalten: oben rechts unter Ihrem Namen.',
  keys: [
    ['j / k', 'nächste / vorige Zeile'],
    ['Enter', 'Aufgabe öffnen'],
    ['n', 'nächste Aufgabe übernehmen und öffnen'],
    ['u', 'Aufgabe der Zeile übernehmen oder zurückgeben'],
    ['/', 'Vorgang suchen'],
    ['?', 'diese Hilfe'],
  ] as [string, string][],
};
