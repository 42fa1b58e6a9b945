import { type Planted, swap } from './planted.ts';

const V = 'blocks/vollstaendigkeit/vollstaendigkeit.bpmn';
const D = 'duldung/duldung.bpmn';
const pruefen = { elementId: 'userTask_UnterlagenPruefen', place: 'Aufgabe ‚Unterlagen prüfen‘' };

const bpmn = (what: string, path: string, edit: Planted['edit'], is: Planted['is'], more = false): Planted => ({
  what,
  path,
  edit,
  is: { path, kind: 'bpmn', how: 'changed', ...is },
  more,
});

export const plantedBpmn: Planted[] = [
  bpmn('a task renamed', V, swap(['name="Unterlagen prüfen"', 'name="Papiere prüfen"']), {
    elementId: 'userTask_UnterlagenPruefen',
    place: 'Aufgabe ‚Papiere prüfen‘',
    aspect: 'name',
    before: 'Unterlagen prüfen',
    after: 'Papiere prüfen',
    class: 'text',
    legal: false,
    words: 'Die Aufgabe ‚Unterlagen prüfen‘ heißt jetzt ‚Papiere prüfen‘.',
  }),
  bpmn('a task without name', V, swap(['name="Erinnerung senden"', '']), {
    aspect: 'name',
    after: null,
    class: 'text',
    words: 'Der automatische Schritt serviceTask_ErinnerungSenden hat keinen Namen mehr (bisher ‚Erinnerung senden‘).',
  }),
  bpmn('a label wrapped otherwise', V, swap(['name="Unterlagen prüfen"', 'name="Unterlagen&#10;prüfen"']), {
    ...pruefen,
    aspect: 'name',
    class: 'layout',
    legal: false,
    words: 'Aufgabe ‚Unterlagen prüfen‘: Der Text ist nur anders umbrochen.',
  }),
  bpmn('documentation that cites a law', V, swap(['Vergleichen Sie die vorhandenen', 'Prüfen Sie die vorhandenen']), {
    ...pruefen,
    aspect: 'documentation',
    class: 'text',
    legal: true,
    words: 'In der Anleitung bei „Aufgabe ‚Unterlagen prüfen‘“ steht jetzt ‚Prüfen‘ statt ‚Vergleichen‘.',
  }),
  bpmn('documentation without a law', V, swap(['prüft die Unterlagen und fordert', 'prüft alle Unterlagen und fordert']), {
    elementId: 'vollstaendigkeit',
    aspect: 'documentation',
    class: 'text',
    legal: false,
    words: 'In der Beschreibung bei „Prozess ‚Vollständigkeit‘“ steht jetzt ‚alle‘ statt ‚die‘.',
  }),
  bpmn('a condition', V, swap(['=vollstaendigkeit = "VOLLSTAENDIG"', '=vollstaendigkeit != "NACHFORDERN"']), {
    elementId: 'flow_Vollstaendig_Vollstaendig',
    aspect: 'condition',
    class: 'rule',
    legal: false,
    place: 'Weg ‚Ja‘ von ‚Sind die Unterlagen vollständig?‘ nach ‚Unterlagen vollständig‘',
    words:
      'Der Weg ‚Ja‘ von ‚Sind die Unterlagen vollständig?‘ nach ‚Unterlagen vollständig‘ gilt jetzt, wenn ‚vollstaendigkeit != "NACHFORDERN"‘; bisher, wenn ‚vollstaendigkeit = "VOLLSTAENDIG"‘.',
  }),
  bpmn('a number in a condition', V, swap(['=runde &lt; 2', '=runde &lt; 3']), {
    elementId: 'flow_RundeFrei_WartenBeginnen',
    aspect: 'condition',
    class: 'number',
    words:
      'Der Weg ‚Ja‘ von ‚Noch eine Nachforderung möglich?‘ nach ‚Warten beginnen‘ gilt jetzt, wenn ‚runde < 3‘; bisher, wenn ‚runde < 2‘.',
  }),
  bpmn('a condition gone', V, swap([/<bpmn:conditionExpression[^>]*>=schonDa = true<\/bpmn:conditionExpression>/, '']), {
    aspect: 'condition',
    after: null,
    class: 'rule',
    words: 'Der Weg ‚Ja‘ von ‚Schon alles da?‘ nach ‚vor Warten beenden‘ hat keine Bedingung mehr (bisher ‚schonDa = true‘).',
  }),
  bpmn('a timer', V, swap(['=erinnerungAm', '=morgen']), {
    elementId: 'timer_Erinnerung',
    aspect: 'timer',
    class: 'rule',
    legal: true,
    words: 'Die Uhr bei „Warten ‚Tag der Erinnerung‘“ läuft jetzt bis ‚morgen‘, bisher ‚erinnerungAm‘.',
  }),
  bpmn(
    'a timer that counts',
    V,
    swap([
      /<bpmn:timeDate xsi:type="bpmn:tFormalExpression">=frist<\/bpmn:timeDate>/,
      '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P21D</bpmn:timeDuration>',
    ]),
    {
      elementId: 'timer_FristAbgelaufen',
      aspect: 'timer',
      class: 'rule',
      legal: true,
      words: 'Die Uhr bei „Warten ‚Frist abgelaufen‘“ dauert jetzt ‚P21D‘.',
    },
    true,
  ),
  bpmn('days of a time limit', V, swap(['source="=7" target="erinnerungTage"', 'source="=14" target="erinnerungTage"']), {
    elementId: 'serviceTask_WartenBeginnen',
    aspect: 'mapping',
    class: 'number',
    legal: true,
    words: 'Automatischer Schritt ‚Warten beginnen‘, Eingabe erinnerungTage: bisher 7, jetzt 14.',
  }),
  bpmn('groups', V, swap(['candidateGroups="=[rolle]"', 'candidateGroups=\'=["sgl-" + lower case(sachgebiet)]\'']), {
    ...pruefen,
    aspect: 'groups',
    class: 'rule',
    legal: false,
    words: 'Die Aufgabe ‚Unterlagen prüfen‘ geht jetzt an die Leitung des Sachgebiets, bisher an die zuständige Rolle.',
  }),
  bpmn('a due date', V, swap(['dueDate="=faelligAm"', 'dueDate="=frist"']), {
    ...pruefen,
    aspect: 'dueDate',
    class: 'rule',
    legal: false,
    words: 'Aufgabe ‚Unterlagen prüfen‘, Fälligkeit: bisher ‚faelligAm‘, jetzt ‚frist‘.',
  }),
  bpmn('a form', V, swap(['formId="unterlagen-pruefen"', 'formId="duldung-grund"']), {
    ...pruefen,
    aspect: 'form',
    class: 'flow',
    legal: false,
    words: 'Die Aufgabe ‚Unterlagen prüfen‘ benutzt jetzt das Formular duldung-grund, bisher unterlagen-pruefen.',
  }),
  bpmn('a job', V, swap(['type="erinnerung-senden"', 'type="nachforderung-senden"']), {
    elementId: 'serviceTask_ErinnerungSenden',
    aspect: 'jobType',
    class: 'flow',
    words: 'Der automatische Schritt ‚Erinnerung senden‘ führt jetzt den Auftrag nachforderung-senden aus, bisher erinnerung-senden.',
  }),
  bpmn('a called process', D, swap(['processId="vollstaendigkeit"', 'processId="behoerde"']), {
    elementId: 'callActivity_Vollstaendigkeit',
    aspect: 'calledProcess',
    class: 'flow',
    words: 'Der Teilprozess ‚Vollständigkeit klären‘ ruft jetzt den Prozess behoerde auf, bisher vollstaendigkeit.',
  }),
  bpmn('a called decision', D, swap(['decisionId="befristung"', 'decisionId="gebuehr"']), {
    elementId: 'businessRuleTask_BefristungBestimmen',
    aspect: 'calledDecision',
    class: 'flow',
    words: 'Die Entscheidung ‚Befristung bestimmen‘ benutzt jetzt die Tabelle gebuehr, bisher befristung.',
  }),
  bpmn('a result variable', D, swap(['resultVariable="befristungErgebnis"', 'resultVariable="ergebnis"']), {
    aspect: 'mapping',
    class: 'rule',
    words: 'Entscheidung ‚Befristung bestimmen‘, Variable des Ergebnisses: bisher ‚befristungErgebnis‘, jetzt ‚ergebnis‘.',
  }),
  bpmn('a message name', V, swap(['name="unterlagen-eingegangen"', 'name="papiere-eingegangen"']), {
    elementId: 'nachricht_UnterlagenEingegangen',
    aspect: 'message',
    class: 'rule',
    words: 'Die Nachricht ‚unterlagen-eingegangen‘ heißt für die Engine jetzt ‚papiere-eingegangen‘.',
  }),
  bpmn('another message', V, swap(['messageRef="nachricht_UnterlagenEingegangen"', 'messageRef="nachricht_FristGeaendert"']), {
    elementId: 'message_UnterlagenVorErinnerung',
    aspect: 'message',
    class: 'rule',
    words:
      'Das Warten ‚Unterlagen eingegangen‘ hört jetzt auf die Nachricht ‚frist-geaendert‘, bisher auf die Nachricht ‚unterlagen-eingegangen‘.',
  }),
  bpmn('a message key', V, swap(['correlationKey="=warteId"', 'correlationKey="=caseId"']), {
    elementId: 'nachricht_FristGeaendert',
    aspect: 'correlationKey',
    class: 'rule',
    words: 'Nachricht ‚frist-geaendert‘, Schlüssel der Nachricht: bisher ‚warteId‘, jetzt ‚caseId‘.',
  }),
  bpmn('an input', V, swap(['source="=runde + 1" target="runde"', 'source="=runde + 2" target="runde"']), {
    aspect: 'mapping',
    class: 'number',
    legal: false,
    words: 'Automatischer Schritt ‚Nachforderung senden‘, Eingabe runde: bisher ‚runde + 1‘, jetzt ‚runde + 2‘.',
  }),
  bpmn('an output', V, swap([`'="EINGEGANGEN"' target="warteErgebnis"`, `'="DA"' target="warteErgebnis"`]), {
    elementId: 'message_UnterlagenVorErinnerung',
    aspect: 'mapping',
    class: 'rule',
    words: 'Warten ‚Unterlagen eingegangen‘, Ergebnis warteErgebnis: bisher EINGEGANGEN, jetzt DA.',
  }),
  bpmn('an input gone', V, swap(['<zeebe:input source="=wunschFrist" target="wunschFrist" />', '']), {
    aspect: 'mapping',
    after: null,
    class: 'rule',
    legal: true,
    words: 'Automatischer Schritt ‚Warten beginnen‘, Eingabe wunschFrist: ‚wunschFrist‘ entfällt.',
  }),
  bpmn(
    'a header',
    V,
    swap([
      '<zeebe:taskDefinition type="erinnerung-senden" />',
      '<zeebe:taskDefinition type="erinnerung-senden" /><zeebe:taskHeaders><zeebe:header key="brief" value="erinnerung" /></zeebe:taskHeaders>',
    ]),
    {
      aspect: 'header:brief',
      before: null,
      class: 'rule',
      words: 'Automatischer Schritt ‚Erinnerung senden‘, Kopfzeile brief: neu ist ‚erinnerung‘.',
    },
  ),
  bpmn(
    'retries',
    V,
    swap(['<zeebe:taskDefinition type="erinnerung-senden" />', '<zeebe:taskDefinition type="erinnerung-senden" retries="5" />']),
    { aspect: 'retries', class: 'number' },
  ),
];
