import { type Planted, swap } from './planted.ts';

const R = 'decisions/routing.dmn';
const B = 'decisions/befristung.dmn';
const T = 'decisions/team.dmn';
const X = 'decisions/routing.vectors.json';

const dmn = (what: string, path: string, edit: Planted['edit'], is: Planted['is'], more = false): Planted => ({
  what,
  path,
  edit,
  is: { path, kind: 'dmn', how: 'changed', ...is },
  more,
});

const firstRule = /<rule id="D12_01">[\s\S]*?<\/rule>\s*/;

export const plantedTables: Planted[] = [
  dmn('a cell of a table of organisation', R, swap(['<text>"SG4"</text>', '<text>"SG2"</text>']), {
    elementId: 'D1_01',
    place: 'Regel D1_01, Spalte ‚Sachgebiet‘',
    aspect: 'cell',
    before: '"SG4"',
    after: '"SG2"',
    class: 'rule',
    legal: false,
    cell: { decisionId: 'routing', ruleId: 'D1_01', column: 0, side: 'output' },
    words: 'Regel D1_01, Spalte ‚Sachgebiet‘: bisher SG4, jetzt SG2.',
  }),
  dmn('a cell of a table of law', B, swap(['<text>"IDENTITAET_60B", "60b"</text>', '<text>"IDENTITAET_60B"</text>']), {
    elementId: 'D12_01',
    aspect: 'cell',
    class: 'rule',
    legal: true,
    cell: { decisionId: 'befristung', ruleId: 'D12_01', column: 0, side: 'input' },
    words: 'Regel D12_01, Spalte ‚Grundlage‘: nicht mehr dabei 60b.',
  }),
  dmn('a number', R, swap(['<text>60</text>', '<text>90</text>']), {
    elementId: 'D1_02',
    aspect: 'cell',
    class: 'number',
    legal: false,
    words: 'Regel D1_02, Spalte ‚Zieltage des Prozesses‘: bisher 60, jetzt 90.',
  }),
  dmn('a number in a table of law', B, swap(['<text>6</text>', '<text>12</text>']), { elementId: 'D12_01', class: 'number', legal: true }),
  dmn('a code that holds a digit is no number', R, swap(['<text>"T4c"</text>', '<text>"T4b"</text>']), {
    elementId: 'D1_01',
    class: 'rule',
    words: 'Regel D1_01, Spalte ‚Team‘: bisher T4c, jetzt T4b.',
  }),
  dmn('a number within an expression', B, swap(['&gt;= 999 then 36', '&gt;= 999 then 24']), {
    elementId: 'D12_02',
    class: 'number',
    legal: true,
  }),
  dmn('yes and no', R, swap(['<text>false</text>', '<text>true</text>']), {
    elementId: 'D1_01',
    class: 'rule',
    words: 'Regel D1_01, Spalte ‚Eskalation‘: bisher nein, jetzt ja.',
  }),
  dmn('any value written otherwise', R, swap([/(?<=<inputEntry id="D1_01_e2">\s*)<text><\/text>/, '<text>-</text>']), {
    elementId: 'D1_01',
    class: 'layout',
    legal: false,
    words: 'Regel D1_01, Spalte ‚Schutzstatus‘: weiterhin beliebig, nur anders geschrieben.',
  }),
  dmn(
    'the reason of a row',
    R,
    swap(['Nur interne Meldung, verdeckter Nebenvorgang, § 73 AufenthG', 'Nur interne Meldung, § 73 AufenthG']),
    {
      elementId: 'D1_01',
      place: 'Regel D1_01, Begründung',
      aspect: 'annotation',
      class: 'text',
      legal: true,
      words: 'In der Begründung der Regel D1_01 entfällt: ‚verdeckter Nebenvorgang,‘.',
    },
  ),
  dmn(
    'the reason of a row without law',
    T,
    swap(['Sicherheit und Notfallschalter bleiben immer unter sich', 'Sicherheit und Notfallschalter bleiben stets unter sich']),
    {
      elementId: 'D2_01',
      aspect: 'annotation',
      class: 'text',
      legal: false,
      words: 'In der Begründung der Regel D2_01 steht jetzt ‚stets‘ statt ‚immer‘.',
    },
  ),
  dmn(
    'a row added',
    B,
    swap([
      '<rule id="D12_02">',
      '<rule id="D12_99"><inputEntry id="a"><text>"16d"</text></inputEntry><inputEntry id="b"><text></text></inputEntry><inputEntry id="c"><text></text></inputEntry><inputEntry id="d"><text></text></inputEntry><outputEntry id="e"><text>1</text></outputEntry><outputEntry id="f"><text>"x"</text></outputEntry></rule><rule id="D12_02">',
    ]),
    {
      how: 'added',
      elementId: 'D12_99',
      place: 'Regel D12_99',
      aspect: 'rule',
      class: 'rule',
      legal: true,
      words: 'Tabelle ‚Befristung‘: Neue Regel D12_99 (Grundlage 16d).',
    },
  ),
  dmn('a row gone', B, swap([firstRule, '']), {
    how: 'removed',
    elementId: 'D12_01',
    aspect: 'rule',
    class: 'rule',
    legal: true,
    words: 'Tabelle ‚Befristung‘: Die Regel D12_01 entfällt (Grundlage IDENTITAET_60B oder 60b).',
  }),
  dmn(
    'a row moved, where the first one counts',
    B,
    (text) => {
      const [row] = firstRule.exec(text) ?? [''];
      return text.replace(row, '').replace('<rule id="D12_05">', () => `${row}<rule id="D12_05">`);
    },
    {
      elementId: 'D12_01',
      aspect: 'order',
      before: '1',
      after: '4',
      class: 'rule',
      legal: true,
      words: 'Tabelle ‚Befristung‘: Die Regel D12_01 steht jetzt vor der Regel D12_05; die Reihenfolge entscheidet, welche Regel gilt.',
    },
  ),
  dmn(
    'a column added',
    T,
    (text) =>
      swap([
        '<output id="team_aus_team"',
        '<input id="team_ein_neu" label="Wochentag"><inputExpression id="team_einausdruck_neu" typeRef="string"><text>wochentag</text></inputExpression></input><output id="team_aus_team"',
      ])(text).replace(/(?=<outputEntry id="\w+_a1")/g, '<inputEntry><text></text></inputEntry>'),
    {
      how: 'added',
      elementId: 'team',
      place: 'Tabelle ‚Team‘, Spalte ‚Wochentag‘',
      aspect: 'column',
      class: 'rule',
      legal: false,
      words: 'Tabelle ‚Team‘: Neue Eingangsspalte ‚Wochentag‘.',
    },
  ),
  dmn(
    'a column gone',
    T,
    (text) =>
      swap([/<input id="team_ein_familienLos"[\s\S]*?<\/input>/, ''])(text).replace(/<inputEntry id="\w+_e4">[\s\S]*?<\/inputEntry>/g, ''),
    {
      how: 'removed',
      elementId: 'team',
      aspect: 'column',
      class: 'rule',
      words: 'Tabelle ‚Team‘: Die Eingangsspalte ‚Los der Familie‘ entfällt.',
    },
  ),
  dmn('the heading of a column', R, swap(['label="Schutzstatus"', 'label="Status"']), {
    elementId: 'routing',
    aspect: 'label',
    class: 'text',
    legal: false,
    words: 'Tabelle ‚Zuordnung zum Sachgebiet‘, Spalte ‚Schutzstatus‘, Überschrift: bisher ‚Schutzstatus‘, jetzt ‚Status‘.',
  }),
  dmn('what a column reads', B, swap(['<text>dauerMonate</text>', '<text>vertragMonate</text>']), {
    elementId: 'befristung',
    aspect: 'expression',
    class: 'rule',
    legal: true,
    words:
      'Tabelle ‚Befristung‘, Spalte ‚Restdauer in Monaten (999 = offen)‘, gelesener Ausdruck: bisher ‚dauerMonate‘, jetzt ‚vertragMonate‘.',
  }),
  dmn('the name of a result', R, swap(['name="slaTage"', 'name="zielTage"']), {
    elementId: 'routing',
    aspect: 'outputName',
    class: 'rule',
    words: 'Tabelle ‚Zuordnung zum Sachgebiet‘, Spalte ‚Zieltage des Prozesses‘, Name des Ergebnisses: bisher ‚slaTage‘, jetzt ‚zielTage‘.',
  }),
  dmn('the hit policy', B, swap(['hitPolicy="FIRST"', 'hitPolicy="UNIQUE"']), {
    elementId: 'befristung',
    aspect: 'hitPolicy',
    class: 'rule',
    legal: true,
    words: 'Tabelle ‚Befristung‘: Bisher gilt „die erste passende Regel gilt“, jetzt „genau eine Regel passt“.',
  }),
  dmn(
    'the name of a decision',
    B,
    swap(['name="Befristung">\n    <description>Tabelle D12:', 'name="Dauer">\n    <description>Tabelle D12:']),
    { elementId: 'befristung', aspect: 'name', class: 'text', legal: false, words: 'Die Entscheidung ‚Befristung‘ heißt jetzt ‚Dauer‘.' },
  ),
  dmn('the name of the result variable', B, swap(['name="befristungErgebnis"', 'name="ergebnis"']), {
    elementId: 'befristung',
    aspect: 'outputName',
    class: 'rule',
    legal: true,
  }),
  dmn(
    'a requirement gone',
    R,
    swap([/<informationRequirement[\s\S]*?<\/informationRequirement>/, '']),
    {
      elementId: 'routing',
      aspect: 'requirement',
      class: 'rule',
      legal: false,
      words: 'Die Entscheidung ‚Zuordnung zum Sachgebiet‘ braucht ‚wirksames_anliegen‘ nicht mehr.',
    },
    true,
  ),
  dmn('the norm of a decision', T, swap(['value="Art. 3 Abs. 3 GG"', 'value="Art. 3 GG"']), {
    elementId: 'team',
    aspect: 'property:norm',
    class: 'text',
    legal: true,
    words: 'Entscheidung ‚Team‘, Rechtsgrundlage: bisher ‚Art. 3 Abs. 3 GG‘, jetzt ‚Art. 3 GG‘.',
  }),
  dmn('who releases a table', T, swap(['<zeebe:property name="freigabe" value="organisation" />', '']), {
    elementId: 'team',
    aspect: 'property:freigabe',
    class: 'rule',
    legal: true,
  }),
  dmn(
    'a table of law may not call itself one of organisation',
    B,
    swap(
      ['<zeebe:property name="rechtsstand"', '<zeebe:property name="freigabe" value="organisation" /><zeebe:property name="rechtsstand"'],
      ['<text>6</text>', '<text>12</text>'],
    ),
    { elementId: 'D12_01', class: 'number', legal: true },
    true,
  ),
  dmn(
    'a table turned into an expression',
    B,
    swap([/<decisionTable[\s\S]*<\/decisionTable>/, '<literalExpression id="le"><text>12</text></literalExpression>']),
    { elementId: 'befristung', aspect: 'logic', class: 'rule', legal: true },
    true,
  ),
  dmn(
    'the drawing of a table',
    R,
    swap([/<dc:Bounds height="(\d+)" width="(\d+)" x="\d+"|<dc:Bounds x="\d+"/, '<dc:Bounds x="777"']),
    { how: 'moved', class: 'layout', legal: false },
    true,
  ),
  dmn('an example changed', X, swap(['"titelNorm": ""', '"titelNorm": "18b"']), {
    elementId: 'D1_01',
    aspect: 'example',
    class: 'text',
    legal: false,
    words: 'Beispiel ‚D1_01 SICHERHEIT‘ ist geändert: andere Eingaben.',
  }),
  dmn('an example gone', X, (text) => JSON.stringify((JSON.parse(text) as unknown[]).slice(1)), {
    how: 'removed',
    elementId: 'D1_01',
    aspect: 'example',
    words: 'Beispiel ‚D1_01 SICHERHEIT‘ entfällt.',
  }),
  dmn(
    'an example added',
    X,
    (text) => JSON.stringify([...(JSON.parse(text) as unknown[]), { name: 'D1_01 neu', decision: 'routing', input: {}, output: 1 }]),
    { how: 'added', words: 'Beispiel ‚D1_01 neu‘ ist neu.' },
  ),
];
