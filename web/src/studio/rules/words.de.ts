/** The pages of the rules for models. */
export const de = {
  lead: 'Was die Prüfung von einem Modell verlangt, warum, und wie es richtig aussieht.',
  rules: 'Für jedes Modell',
  promises: 'Zwischen Modellen und Programm',
  wrong: 'So nicht',
  right: 'So ist es richtig',
  pictures: 'Die Regel in zwei Zeichnungen',
  sign: '✗',
  why: 'Regel und Beispiel',
  whyOf: (message: string) => `Regel und Beispiel: „${message}“`,
  all: 'Alle Regeln',
};
