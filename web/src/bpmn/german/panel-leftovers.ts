const words: Record<string, string> = {
  'Open documentation': 'Mehr dazu lesen',
  'Toggle section': 'Abschnitt auf- oder zuklappen',
  'Section contains an error': 'Der Abschnitt enthält einen Fehler',
  'Section contains edits': 'Der Abschnitt enthält Angaben',
  'Toggle list item': 'Eintrag auf- oder zuklappen',
  'Delete item': 'Eintrag löschen',
  'Create new list item': 'Eintrag hinzufügen',
  'Open pop-up editor': 'Groß öffnen',
  'Close pop-up editor': 'Großes Fenster schließen',
  'Select a template': 'Vorlage wählen',
  'Change template': 'Vorlage wechseln',
  'Opened in editor': 'Im großen Fenster geöffnet',
  'FEEL expression is mandatory': 'Hier steht ein FEEL-Ausdruck',
  'Click to set a dynamic value with FEEL expression': 'FEEL-Ausdruck statt festem Wert',
  'Click to remove dynamic value with FEEL expression': 'Festen Wert statt FEEL-Ausdruck',
};

/** What the properties panel says without asking for a translation: names of its small buttons. */
export const panelLeftovers = (text: string): string | undefined => {
  const count = /^List contains (\d+) items?$/.exec(text)?.[1];
  return count === undefined ? words[text] : count === '1' ? '1 Eintrag' : `${count} Einträge`;
};
