export const de = {
  open: 'Antwort jetzt geben',
  hint: 'Nur in der Vorführung: Die simulierte Behörde antwortet sofort, und Lotse arbeitet weiter.',
  which: 'Antwort',
  send: 'Antworten lassen',
  routine: 'Rückmeldung geben',
};
