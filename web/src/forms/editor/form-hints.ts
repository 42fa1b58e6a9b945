import { formWords } from './form-words.ts';

/** Explanations, and what is wrong with an entry, in the form editor's properties. */
const hints: Record<string, string> = {
  'Binds to a form variable': 'Unter diesem Namen wird die Angabe gespeichert',
  'Routes the children of this component into a form variable.': 'Unter diesem Namen werden die Einträge gespeichert',
  'Routes the children of this component into a form variable, may be left empty to route at the root level.':
    'Unter diesem Namen werden die Felder der Gruppe gespeichert; leer: wie alle anderen',
  'Where the child variables of this component are pathed to.': 'Wo die Angaben der Gruppe gespeichert werden',
  'Condition under which the field is hidden': 'Ausdruck; ist er wahr, wird das Feld nicht gezeigt und nicht gespeichert',
  'Condition under which the field is deactivated': 'Ausdruck; ist er wahr, ist das Feld gesperrt',
  'Add properties directly to the form schema, useful to configure functionality in custom-built task applications and form renderers.':
    'Weitere Angaben zum Feld. Die üblichen stehen als Kästchen oben.',
  'Allows arbitrary precision values': 'Erlaubt beliebig genaue Werte',
  'Define an expression to calculate the value of this field': 'Ausdruck, der den Wert berechnet',
  'Define an expression to populate the options from.': 'Ausdruck, aus dem die Auswahl kommt',
  'Define which input property to populate the values from': 'Name der Liste in den Daten des Schritts',
  'Disable this field when it should not be interactive for end-users. Its data will not be submitted. This setting takes precedence over read-only.':
    'Das Feld ist gesperrt, und sein Inhalt wird nicht gespeichert.',
  'Make this field read-only when it cannot be edited by the end-user, but its content is important for them to see. Its data will still be submitted.':
    'Das Feld wird nur gezeigt, sein Inhalt aber gespeichert.',
  'Descriptive text for screen reader accessibility.': 'Text für Menschen, die sich den Bildschirm vorlesen lassen',
  'The error message to display when the input does not match the regular expression.':
    'Was steht, wenn die Eingabe nicht die verlangte Form hat',
  'Supports markdown and templating.': 'Einfache Auszeichnung ist möglich, und {{name}} für Bekanntes.',
  'UTC offset': 'Mit Zeitzone',
  'UTC normalized': 'In Weltzeit',
  'No timezone': 'Ohne Zeitzone',
  'file type specifiers': 'Endungen oder Medientypen',
  Repeatable: 'Wiederholbar',
  'Text view is empty': 'Hier steht noch kein Text',
  'Text view is templated': 'Text mit Platzhaltern',
  'Text view is populated by an expression': 'Text aus einem Ausdruck',
  'A comma-separated list of': 'Mit Komma getrennt:',
  'Learn more in our': 'Mehr dazu in der',
  'Open documentation': 'Mehr dazu lesen',
  'Save and close': 'Speichern und schließen',
  'Close popup': 'Schließen',
  'Opened in editor': 'Im großen Fenster geöffnet',
  'Unparsable FEEL expression.': 'Dieser FEEL-Ausdruck ist nicht zu lesen.',
  'A number is required.': 'Hier steht eine Zahl.',
  'Must be number': 'Hier steht eine Zahl.',
  'Should be a valid number': 'Hier steht eine Zahl.',
  'Should be a valid number.': 'Hier steht eine Zahl.',
  'Should be an integer.': 'Hier steht eine ganze Zahl.',
  'Should be greater than zero.': 'Hier steht eine Zahl über null.',
  'Should be greater than or equal to zero.': 'Hier steht null oder mehr.',
  'Must be a valid QName.': 'Die Kennung besteht aus Buchstaben, Ziffern, Punkt, Strich und Unterstrich.',
  'Must be a variable or a dot separated path.': 'Ein Name, oder mehrere mit Punkten.',
  'Must be a variable or a dot-separated path': 'Ein Name, oder mehrere mit Punkten.',
  'Must be empty, a variable or a dot-separated path': 'Leer, ein Name, oder mehrere mit Punkten.',
  'Must not be a prohibited path.': 'Dieser Name ist nicht erlaubt.',
  'Must not be empty': 'Darf nicht leer sein.',
  'Must not cause two binding paths to collide': 'Zwei Felder speicherten an derselben Stelle.',
  'Must not contain numerical path segments.': 'Zahlen allein sind kein Name.',
  'Must not contain prefix.': 'Ohne Doppelpunkt.',
  'Must not contain spaces.': 'Ohne Leerzeichen.',
};

/** What the form editor says, in German; undefined for what it does not say. */
export const formWordFor = (text: string): string | undefined => {
  const kind = /^Create an? (.*) element$/.exec(text)?.[1];
  if (kind !== undefined) return `${kind} einfügen`;
  const gone = /^Remove (.*)$/.exec(text)?.[1];
  if (gone !== undefined && gone !== 'form field') return `${gone} entfernen`;
  const count = /^List contains (\d+) items?$/.exec(text)?.[1];
  if (count !== undefined) return count === '1' ? '1 Eintrag' : `${count} Einträge`;
  return formWords[text] ?? hints[text];
};

/** What stands in the drawn fields themselves; all else in them was written by a person. */
export const fieldWords: Record<string, string> = {
  Select: 'Bitte wählen',
  Browse: 'Auswählen',
  'No files selected': 'Keine Datei gewählt',
  Increment: 'Mehr',
  Decrement: 'Weniger',
  'dd.mm.yyyy': 'TT.MM.JJJJ',
  'hh:mm --': 'hh:mm',
};
