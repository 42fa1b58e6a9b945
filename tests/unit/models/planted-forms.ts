import { type Planted, swap } from './planted.ts';

const F = 'blocks/vollstaendigkeit/unterlagen-pruefen.form';
const G = 'ae-beschaeftigung/beschaeftigung-pruefen.form';

type Field = Record<string, unknown> & { id: string; components?: Field[] };
/** Works on the list of fields. */
const fields =
  (change: (components: Field[]) => Field[]): Planted['edit'] =>
  (text) => {
    const form = JSON.parse(text) as { components: Field[] };
    return JSON.stringify({ ...form, components: change(form.components) });
  };

const form = (what: string, path: string, edit: Planted['edit'], is: Planted['is']): Planted => ({
  what,
  path,
  edit,
  is: { path, kind: 'form', how: 'changed', ...is },
});
const fehlt = { elementId: 'fehlend', place: 'Feld ‚Was fehlt?‘' };

export const plantedForms: Planted[] = [
  form('a label', F, swap(['"label": "Was fehlt?"', '"label": "Was ist offen?"']), {
    elementId: 'fehlend',
    aspect: 'label',
    class: 'text',
    legal: false,
    words: 'Feld ‚Was fehlt?‘ heißt jetzt ‚Was ist offen?‘.',
  }),
  form('a description', F, swap(['Kreuzen Sie nur an', 'Wählen Sie nur']), {
    ...fehlt,
    aspect: 'description',
    class: 'text',
    legal: false,
    words: 'In der Erläuterung bei „Feld ‚Was fehlt?‘“ steht jetzt ‚Wählen Sie nur,‘ statt ‚Kreuzen Sie nur an,‘.',
  }),
  form('a description that cites a law', F, swap(['Steht im Verlauf des Vorgangs (§ 82', 'Steht im Verlauf (§ 82']), {
    elementId: 'aktenlageGrund',
    aspect: 'description',
    class: 'text',
    legal: true,
  }),
  form('a text', F, swap(['**Erste Prüfung.** Vergleichen', '**Erste Prüfung.** Prüfen']), {
    elementId: 'feld_anlass_erst',
    aspect: 'text',
    class: 'text',
    words: 'Im Text bei „Text ‚Erste Prüfung. Prüfen Sie die Unterlagen mit der…‘“ steht jetzt ‚Prüfen‘ statt ‚Vergleichen‘.',
  }),
  form('no longer required', F, swap(['"required": true', '"required": false']), {
    elementId: 'vollstaendigkeit',
    aspect: 'required',
    class: 'rule',
    legal: false,
    words: 'Feld ‚Sind die Unterlagen vollständig?‘ muss nicht mehr ausgefüllt werden.',
  }),
  form(
    'required now',
    F,
    fields((all) => all.map((one) => (one.id === 'feld_wunschFrist' ? { ...one, validate: { required: true } } : one))),
    { elementId: 'wunschFrist', aspect: 'required', class: 'rule', legal: true, words: 'Feld ‚Bis wann?‘ muss jetzt ausgefüllt werden.' },
  ),
  form(
    'an option added',
    F,
    swap([
      '"values": [\n        {\n          "label": "Pass oder Passersatz"',
      '"values": [\n        { "label": "Zeugnis", "value": "ZEUGNIS" },\n        {\n          "label": "Pass oder Passersatz"',
    ]),
    { ...fehlt, aspect: 'option', class: 'rule', words: 'Feld ‚Was fehlt?‘: Neue Auswahlmöglichkeit ‚Zeugnis‘.' },
  ),
  form('an option called otherwise', F, swap(['"label": "Mietvertrag"', '"label": "Miete"']), {
    ...fehlt,
    aspect: 'option',
    before: 'Mietvertrag',
    after: 'Miete',
    class: 'text',
    words: 'Feld ‚Was fehlt?‘: Die Auswahlmöglichkeit ‚Mietvertrag‘ heißt jetzt ‚Miete‘.',
  }),
  form('an option gone', F, swap([/\{\s*"label": "Mietvertrag",\s*"value": "MIETVERTRAG"\s*\},/, '']), {
    ...fehlt,
    aspect: 'option',
    after: null,
    class: 'rule',
    words: 'Feld ‚Was fehlt?‘: Die Auswahlmöglichkeit ‚Mietvertrag‘ entfällt.',
  }),
  form('a condition', F, swap(['"=vollstaendigkeit != \\"NACH_AKTENLAGE\\""', '"=vollstaendigkeit = \\"VOLLSTAENDIG\\""']), {
    elementId: 'aktenlageGrund',
    aspect: 'condition',
    class: 'rule',
    words:
      'Feld ‚Warum ohne die fehlenden Unterlagen?‘ ist jetzt verborgen, wenn ‚vollstaendigkeit = "VOLLSTAENDIG"‘; bisher, wenn ‚vollstaendigkeit != "NACH_AKTENLAGE"‘.',
  }),
  form('what the flow gets', F, swap(['"engine": "true"', '"engine": "false"']), {
    elementId: 'vollstaendigkeit',
    aspect: 'engine',
    class: 'rule',
    words: 'Feld ‚Sind die Unterlagen vollständig?‘ wird nicht mehr an den Ablauf übergeben.',
  }),
  form(
    'a field added',
    F,
    fields((all) => [...all, { id: 'feld_neu', type: 'number', key: 'seiten', label: 'Wie viele Seiten?' }]),
    {
      how: 'added',
      elementId: 'seiten',
      place: 'Feld ‚Wie viele Seiten?‘',
      aspect: 'field',
      class: 'rule',
      legal: false,
      words: 'Feld ‚Wie viele Seiten?‘ kommt hinzu.',
    },
  ),
  form(
    'a field gone',
    F,
    fields((all) => all.filter(({ id }) => id !== 'feld_fehlend')),
    { how: 'removed', ...fehlt, aspect: 'field', class: 'rule', words: 'Feld ‚Was fehlt?‘ entfällt.' },
  ),
  form(
    'a field in another place',
    F,
    fields((all) => [...all.filter(({ id }) => id !== 'feld_fehlend'), ...all.filter(({ id }) => id === 'feld_fehlend')]),
    { ...fehlt, aspect: 'order', class: 'text', words: 'Feld ‚Was fehlt?‘ steht jetzt am Ende.' },
  ),
  form('the largest value', G, swap(['"max": 48', '"max": 40']), {
    elementId: 'wochenstunden',
    aspect: 'max',
    class: 'number',
    words: /größter Wert: bisher 48, jetzt 40\.$/ as never,
  }),
  form('the longest text', F, swap(['"maxLength": 1000', '"maxLength": 2000']), {
    elementId: 'aktenlageGrund',
    aspect: 'maxLength',
    class: 'number',
  }),
  form(
    'a default',
    F,
    fields((all) => all.map((one) => (one.id === 'feld_vollstaendigkeit' ? { ...one, defaultValue: 'VOLLSTAENDIG' } : one))),
    {
      elementId: 'vollstaendigkeit',
      aspect: 'default',
      class: 'rule',
      words: 'Feld ‚Sind die Unterlagen vollständig?‘, Vorbelegung: bisher nichts, jetzt ‚VOLLSTAENDIG‘.',
    },
  ),
  form('the kind of a field', F, swap(['"type": "radio"', '"type": "select"']), {
    elementId: 'vollstaendigkeit',
    aspect: 'type',
    class: 'rule',
  }),
  form('the key of a field', F, swap(['"key": "aktenlageGrund"', '"key": "grund"']), { elementId: 'grund', aspect: 'key', class: 'rule' }),
  form('a form of the law', 'blocks/vier-augen/bescheid-zeichnen.form', swap(['"required": true', '"required": false']), {
    aspect: 'required',
    class: 'rule',
    legal: true,
  }),
  form(
    'columns of the picture',
    F,
    fields((all) => all.map((one) => (one.id === 'feld_fehlend' ? { ...one, layout: { row: 'Row_1', columns: null } } : one))),
    { ...fehlt, aspect: 'drawing', class: 'layout' },
  ),
];
