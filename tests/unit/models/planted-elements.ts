import { type Planted, swap, swapAll } from './planted.ts';

const V = 'blocks/vollstaendigkeit/vollstaendigkeit.bpmn';
const E = 'blocks/eskalation/eskalation.bpmn';
const D = 'duldung/duldung.bpmn';
const pruefen = { elementId: 'userTask_UnterlagenPruefen', place: 'Aufgabe ‚Unterlagen prüfen‘' };

const bpmn = (what: string, path: string, edit: Planted['edit'], is: Planted['is'], more = false): Planted => ({
  what,
  path,
  edit,
  is: { path, kind: 'bpmn', how: 'changed', ...is },
  more,
});

const userTask = /<bpmn:userTask id="userTask_UnterlagenPruefen"[\s\S]*?<\/bpmn:userTask>/;
const added = '<bpmn:userTask id="userTask_Neu" name="Neu hinsehen" /><bpmn:endEvent id="endEvent_Vollstaendig"';

export const plantedElements: Planted[] = [
  bpmn('norm of a task', D, swap(['value="§§ 60a Abs. 1, 2, 2c, 60b bis 60d AufenthG"', 'value="§ 60a AufenthG"']), {
    elementId: 'userTask_DuldungsgrundPruefen',
    aspect: 'property:norm',
    class: 'text',
    legal: true,
    words: 'Aufgabe ‚Duldungsgrund prüfen‘, Rechtsgrundlage: bisher ‚§§ 60a Abs. 1, 2, 2c, 60b bis 60d AufenthG‘, jetzt ‚§ 60a AufenthG‘.',
  }),
  bpmn('the day the law was checked', D, swap(['name="rechtsstand" value="2026-04-29"', 'name="rechtsstand" value="2026-10-01"']), {
    elementId: 'duldung',
    aspect: 'property:rechtsstand',
    class: 'text',
    legal: true,
    words: 'Prozess ‚Duldung‘, Rechtsstand: bisher 29.04.2026, jetzt 01.10.2026.',
  }),
  bpmn('four eyes', E, swap(['name="vierAugen" value="ja"', 'name="vierAugen" value="userTask_ZweiteStufeEntscheiden"']), {
    elementId: 'userTask_FrageBeantworten',
    aspect: 'property:vierAugen',
    class: 'rule',
    legal: true,
  }),
  bpmn('a skill', D, swap(['name="skill" value="recht-humanitaer"', 'name="skill" value="recht-erwerb"']), {
    aspect: 'property:skill',
    class: 'rule',
    legal: false,
    words: 'Aufgabe ‚Duldungsgrund prüfen‘, Nötige Kenntnis: bisher ‚recht-humanitaer‘, jetzt ‚recht-erwerb‘.',
  }),
  bpmn('a notice', D, swap(['ist hier noch nicht eingearbeitet', 'ist hier eingearbeitet']), {
    elementId: 'duldung',
    aspect: 'property:hinweis',
    class: 'text',
    legal: false,
    words: 'Im Hinweis bei „Prozess ‚Duldung‘“ entfällt: ‚noch nicht‘.',
  }),
  bpmn('the name of the process', D, swap(['name="Duldung"', 'name="Aussetzung der Abschiebung"']), {
    elementId: 'duldung',
    aspect: 'name',
    class: 'text',
    words: 'Der Prozess ‚Duldung‘ heißt jetzt ‚Aussetzung der Abschiebung‘.',
  }),
  bpmn('a task added', V, swap(['<bpmn:endEvent id="endEvent_Vollstaendig"', added]), {
    how: 'added',
    elementId: 'userTask_Neu',
    place: 'Aufgabe ‚Neu hinsehen‘',
    aspect: 'element',
    before: null,
    after: 'Neu hinsehen',
    class: 'flow',
    words: 'Die Aufgabe ‚Neu hinsehen‘ kommt hinzu.',
  }),
  bpmn('a task that rests on a law gone', V, swap([userTask, '']), {
    how: 'removed',
    ...pruefen,
    aspect: 'element',
    class: 'flow',
    legal: true,
    words: 'Die Aufgabe ‚Unterlagen prüfen‘ entfällt.',
  }),
  bpmn(
    'a way retargeted',
    V,
    swap(
      ['targetRef="endEvent_NachAktenlage"', 'targetRef="endEvent_Vollstaendig"'],
      ['<bpmn:incoming>flow_Vollstaendig_NachAktenlage</bpmn:incoming>', ''],
      [
        '<bpmn:incoming>flow_Vollstaendig_Vollstaendig</bpmn:incoming>',
        '<bpmn:incoming>flow_Vollstaendig_Vollstaendig</bpmn:incoming><bpmn:incoming>flow_Vollstaendig_NachAktenlage</bpmn:incoming>',
      ],
    ),
    {
      elementId: 'flow_Vollstaendig_NachAktenlage',
      aspect: 'target',
      class: 'flow',
      words:
        'Der Weg ‚Nein, nach Aktenlage‘ von ‚Sind die Unterlagen vollständig?‘ nach ‚Entscheidung nach Aktenlage‘ führt jetzt zu ‚Unterlagen vollständig‘.',
    },
  ),
  bpmn(
    'a way gone',
    V,
    swap(
      [
        '<bpmn:sequenceFlow id="flow_Erinnern_BisFristWarten" name="Nein" sourceRef="gateway_Erinnern" targetRef="gateway_BisFristWarten" />',
        '',
      ],
      ['<bpmn:outgoing>flow_Erinnern_BisFristWarten</bpmn:outgoing>', ''],
      ['<bpmn:incoming>flow_Erinnern_BisFristWarten</bpmn:incoming>', ''],
    ),
    {
      how: 'removed',
      elementId: 'flow_Erinnern_BisFristWarten',
      class: 'flow',
      words: 'Der Weg ‚Nein‘ von ‚Vorher erinnern?‘ nach ‚vor Was kommt zuerst?‘ entfällt.',
    },
  ),
  bpmn(
    'ways in another order',
    V,
    (text) => {
      const [first] = /<bpmn:sequenceFlow id="flow_Vollstaendig_Vollstaendig"[\s\S]*?<\/bpmn:sequenceFlow>\s*/.exec(text) ?? [''];
      return text
        .replace(first, '')
        .replace(
          '<bpmn:sequenceFlow id="flow_Vollstaendig_RundeFrei"',
          () => `${first}<bpmn:sequenceFlow id="flow_Vollstaendig_RundeFrei"`,
        );
    },
    {
      elementId: 'gateway_Vollstaendig',
      aspect: 'order',
      class: 'rule',
      words: 'Verzweigung ‚Sind die Unterlagen vollständig?‘: Die Wege werden in anderer Reihenfolge geprüft; der erste, der passt, gilt.',
    },
  ),
  bpmn('the default way', V, swap(['default="flow_Vollstaendig_RundeFrei"', 'default="flow_Vollstaendig_NachAktenlage"']), {
    elementId: 'gateway_Vollstaendig',
    aspect: 'default',
    class: 'flow',
    words:
      'Verzweigung ‚Sind die Unterlagen vollständig?‘: Für alle übrigen Fälle gilt jetzt ‚Nein, nach Aktenlage‘, bisher ‚Nein, nachfordern‘.',
  }),
  bpmn(
    'a boundary event lets go on',
    E,
    swap(['attachedToRef="userTask_FrageBeantworten"', 'attachedToRef="userTask_FrageBeantworten" cancelActivity="false"']),
    {
      elementId: 'boundaryEvent_Unbeantwortet',
      aspect: 'interrupting',
      class: 'flow',
      legal: true,
      words: 'Die Unterbrechung ‚Frist für die Antwort abgelaufen‘ lässt den Schritt jetzt weiterlaufen, statt ihn abzubrechen.',
    },
  ),
  bpmn(
    'a boundary event elsewhere',
    E,
    swap(['attachedToRef="userTask_FrageBeantworten"', 'attachedToRef="serviceTask_EskalationHochstufen"']),
    {
      aspect: 'attachedTo',
      class: 'flow',
      legal: true,
      words: 'Die Unterbrechung ‚Frist für die Antwort abgelaufen‘ hängt jetzt an ‚An Leitung geben‘, bisher an ‚Frage beantworten‘.',
    },
  ),
  bpmn(
    'another kind of gateway',
    V,
    (text) =>
      swapAll(
        '<bpmn:exclusiveGateway id="gateway_FristNeu"',
        '<bpmn:parallelGateway id="gateway_FristNeu"',
      )(text).replace(/(<bpmn:parallelGateway id="gateway_FristNeu"[\s\S]*?)<\/bpmn:exclusiveGateway>/, '$1</bpmn:parallelGateway>'),
    {
      elementId: 'gateway_FristNeu',
      aspect: 'type',
      class: 'flow',
      before: 'exclusiveGateway',
      after: 'parallelGateway',
      words:
        'Die Verzweigung vor ‚Vorher erinnern?‘ ist jetzt von der Art ‚Verzweigung, die alle Wege zugleich geht‘, bisher ‚Verzweigung mit genau einem Weg‘.',
    },
  ),
  bpmn(
    'a repetition',
    D,
    swap([
      '<bpmn:incoming>flow_DuldungBeantragt_Vollstaendigkeit</bpmn:incoming>',
      '<bpmn:incoming>flow_DuldungBeantragt_Vollstaendigkeit</bpmn:incoming><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=liste" inputElement="eins" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>',
    ]),
    {
      elementId: 'callActivity_Vollstaendigkeit',
      aspect: 'loop',
      class: 'rule',
      words: 'Teilprozess ‚Vollständigkeit klären‘, Wiederholt für jedes aus: neu ist ‚liste‘.',
    },
    true,
  ),
  bpmn(
    'a text annotation',
    V,
    swap([
      '<bpmn:endEvent id="endEvent_Vollstaendig"',
      '<bpmn:textAnnotation id="notiz_1"><bpmn:text>Bitte beachten</bpmn:text></bpmn:textAnnotation><bpmn:endEvent id="endEvent_Vollstaendig"',
    ]),
    { how: 'added', elementId: 'notiz_1', class: 'text', legal: false, words: 'Die Notiz ‚Bitte beachten‘ kommt hinzu.' },
  ),
  bpmn('not executable', D, swap(['isExecutable="true"', 'isExecutable="false"']), {
    elementId: 'duldung',
    aspect: 'executable',
    class: 'flow',
    words: 'Der Prozess ‚Duldung‘ läuft nicht mehr: Er ist nur noch Zeichnung.',
  }),
  bpmn('what nobody foresaw', D, swap(['propagateAllChildVariables="false"', 'propagateAllChildVariables="false" neuesAttribut="1"']), {
    elementId: 'callActivity_Vollstaendigkeit',
    class: 'flow',
  }),
  bpmn(
    'the template of a step',
    D,
    swap(['id="callActivity_Vollstaendigkeit"', 'id="callActivity_Vollstaendigkeit" zeebe:modelerTemplate="lotse.baustein"']),
    { elementId: 'callActivity_Vollstaendigkeit', class: 'text', legal: false },
  ),
  bpmn(
    'the id of a task',
    V,
    swapAll('userTask_UnterlagenPruefen', 'userTask_PapierePruefen'),
    { how: 'added', elementId: 'userTask_PapierePruefen', class: 'flow' },
    true,
  ),
  bpmn('any change that works in a block of the law', E, swap(['type="eskalation-zuweisen"', 'type="eskalation-hochstufen"']), {
    aspect: 'jobType',
    class: 'flow',
    legal: true,
  }),
  bpmn('a shape moved', V, swap([/<dc:Bounds x="490" y="200"/, '<dc:Bounds x="480" y="210"']), {
    how: 'moved',
    ...pruefen,
    aspect: 'drawing',
    class: 'layout',
    legal: false,
    words: 'Die Aufgabe ‚Unterlagen prüfen‘ ist nur anders gezeichnet.',
  }),
  bpmn('a waypoint', V, swap([/(?<=bpmnElement="flow_WartenBeenden_Pruefen">\s*)<di:waypoint x="\d+"/, '<di:waypoint x="77"']), {
    how: 'moved',
    elementId: 'flow_WartenBeenden_Pruefen',
    class: 'layout',
    legal: false,
  }),
];
