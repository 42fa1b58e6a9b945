import { join } from 'node:path';
import test from 'ava';
import { readFolder } from '../../../services/engine/releases/read-bundle.ts';
import { readOfficeTexts } from '../../../services/models/check/promises/index.ts';
import { promiseNames } from '../../../services/models/check/promises/names.ts';
import { checkFiles } from '../../../services/models/index.ts';
import { swap, swapAll } from './planted.ts';

const folder = join(import.meta.dirname, '../../../processes');
const files = [...(await readFolder(folder)).files, ...readOfficeTexts(folder)];

type Plant = {
  what: string;
  path: string;
  edit: (text: string) => string;
  /** Where it is told; nowhere, if what the program needs is nowhere. */
  at: [path: string, elementId: string];
  rule: string;
  words: RegExp;
};

const condition = '=ergebnisVersagung = "VERSAGEN"';
const versagung = 'versagung/versagung.bpmn';

const plants: Plant[] = [
  {
    what: 'a variable of a condition is misspelt',
    path: versagung,
    edit: swap([condition, '=ergebnisVersagungg = "VERSAGEN"']),
    at: [versagung, 'flow_Versagen_Versagungsbescheid'],
    rule: 'variable-unwritten',
    words: /^Die Bedingung liest „ergebnisVersagungg“, das davor nichts schreibt: .* Gemeint ist vielleicht „ergebnisVersagung“\.$/,
  },
  {
    what: 'a condition reads what nobody knows',
    path: versagung,
    edit: swap([condition, '=gibtsnicht = 1']),
    at: [versagung, 'flow_Versagen_Versagungsbescheid'],
    rule: 'variable-unwritten',
    words: /liest „gibtsnicht“/,
  },
  {
    what: 'a condition compares with a code its form cannot give',
    path: versagung,
    edit: swap([condition, '=ergebnisVersagung = "VERSAGENN"']),
    at: [versagung, 'flow_Versagen_Versagungsbescheid'],
    rule: 'code-unknown',
    words: /vergleicht „ergebnisVersagung“ mit „VERSAGENN“; das kann es nie sein, nur „VERSAGEN“, „DOCH_ERTEILEN“\./,
  },
  {
    what: 'a condition is written as JUEL',
    path: versagung,
    edit: swap([condition, '$' + '{x}']),
    at: [versagung, 'flow_Versagen_Versagungsbescheid'],
    rule: 'condition-expression',
    words: /beginnt nicht mit „=“/,
  },
  {
    what: 'a condition has no =',
    path: versagung,
    edit: swap([condition, 'a = 1']),
    at: [versagung, 'flow_Versagen_Versagungsbescheid'],
    rule: 'condition-expression',
    words: /beginnt nicht mit „=“/,
  },
  {
    what: 'a gateway reads a variable that is written after it only',
    path: 'duldung/duldung.bpmn',
    edit: swap(['<zeebe:input source="=caseId" target="caseId" />', '<zeebe:input source="=befristungErgebnis.monate" target="caseId" />']),
    at: ['duldung/duldung.bpmn', 'serviceTask_AzrAbfragen'],
    rule: 'variable-unwritten',
    words: /liest „befristungErgebnis“, das davor nichts schreibt/,
  },
  {
    what: 'the default way hides an answer that may be missing',
    path: 'versagung/versagung-entscheiden.form',
    edit: (text) => {
      const form = JSON.parse(text) as { components: { key?: string; validate?: { required?: boolean } }[] };
      const field = form.components.find(({ key }) => key === 'ergebnisVersagung');
      if (field?.validate) field.validate.required = false;
      return JSON.stringify(form);
    },
    at: [versagung, 'gateway_Versagen'],
    rule: 'default-hides-missing',
    words: /Nicht auf jedem Weg hierher ist „ergebnisVersagung“ gesetzt\. Fehlt es, geht der Vorgang still den Standardweg\./,
  },
  {
    what: 'the result of a block has another name',
    path: 'blocks/bescheid/bescheid.bpmn',
    edit: swapAll('bescheidErgebnis', 'bescheidAusgang'),
    at: ['blocks/bescheid/bescheid.bpmn', 'endEvent_Zurueckgegeben'],
    rule: 'result-unread',
    words: /Das Ergebnis „bescheidAusgang“ liest kein Aufrufer/,
  },
  {
    what: 'a block writes its result on some ways only',
    path: 'blocks/bescheid/bescheid.bpmn',
    edit: swapAll('bescheidErgebnis', 'bescheidAusgang'),
    at: [versagung, 'callActivity_Versagungsbescheid'],
    rule: 'result-unwritten',
    words:
      /Gelesen wird das Ergebnis „bescheidErgebnis“; „Bescheid“ \(blocks\/bescheid\/bescheid\.bpmn\) schreibt das nicht auf jedem Weg\./,
  },
  {
    what: 'a key that a gateway reads is renamed in its form',
    path: 'blocks/vier-augen/bescheid-zeichnen.form',
    edit: swapAll('"key": "zeichnung"', '"key": "zeichnungNeu"'),
    at: ['blocks/bescheid/bescheid.bpmn', 'callActivity_VierAugen'],
    rule: 'result-unwritten',
    words: /Gelesen wird das Ergebnis „zeichnung“; „Vier Augen“ .* schreibt das nicht\./,
  },
  {
    what: 'a kind of wait that does not exist',
    path: 'blocks/vollstaendigkeit/vollstaendigkeit.bpmn',
    edit: swap([`'="unterlagen"'`, `'="papiere"'`]),
    at: ['blocks/vollstaendigkeit/vollstaendigkeit.bpmn', 'serviceTask_WartenBeginnen'],
    rule: 'job-input',
    words: /„warteArt“ kann „papiere“ sein; services\/.*\/workers\/warten-beginnen\.ts nimmt das nicht an\./,
  },
  {
    what: 'a wrong kind of wait that a caller hands to a block',
    path: 'widerspruch/widerspruch.bpmn',
    edit: swap([`'="rp"'`, `'="regierung"'`]),
    at: ['widerspruch/widerspruch.bpmn', 'callActivity_Behoerde'],
    rule: 'job-input',
    words: /„warteArt“ kann „regierung“ sein/,
  },
  {
    what: 'a required input of a worker is not mapped',
    path: 'blocks/vollstaendigkeit/vollstaendigkeit.bpmn',
    edit: swap([`<zeebe:input source='="unterlagen"' target="warteArt" />`, '']),
    at: ['blocks/vollstaendigkeit/vollstaendigkeit.bpmn', 'serviceTask_WartenBeginnen'],
    rule: 'job-input',
    words: /Dem Auftrag fehlt „warteArt“; services\/.*\/workers\/warten-beginnen\.ts verlangt es\./,
  },
  {
    what: 'a block needs what one of its callers does not give',
    path: 'blocks/eat/eat.bpmn',
    edit: swap([`<zeebe:input source='="BDR"' target="behoerde" />`, '']),
    at: ['blocks/eat/eat.bpmn', 'callActivity_KarteBestellen'],
    rule: 'variable-not-given',
    words: /Der gerufene Ablauf liest „behoerde“ \(blocks\/behoerde\/behoerde\.bpmn, .*\); dieser Aufruf gibt es ihm nicht\./,
  },
  {
    what: 'a column of results is renamed',
    path: 'decisions/routing.dmn',
    edit: swap(['name="sachgebiet"', 'name="bereich"']),
    at: ['blocks/eingang/eingang.bpmn', 'businessRuleTask_TeamBestimmen'],
    rule: 'variable-unwritten',
    words: /liest „routingErgebnis\.sachgebiet“; ein Ergebnis „sachgebiet“ gibt „routingErgebnis“ nicht her/,
  },
  {
    what: 'a cell has an open quote',
    path: 'decisions/routing.dmn',
    edit: swap(['<text>"DULDUNG"</text>', '<text>"DULDUNG</text>']),
    at: ['decisions/routing.dmn', 'D1_04'],
    rule: 'feel-unreadable',
    words: /Spalte „.*“: „"DULDUNG“ ist nicht zu lesen/,
  },
  {
    what: 'a routing target that does not exist',
    path: 'decisions/routing.dmn',
    edit: swap(['<text>"duldung"</text>', '<text>"dulding"</text>']),
    at: ['decisions/routing.dmn', 'D1_04'],
    rule: 'example-differs',
    words: /erwartet für „prozess“ „duldung“/,
  },
  {
    what: 'a routing target that is neither a model nor planned',
    path: 'decisions/routing.dmn',
    edit: swap(['<text>"ausweisung"</text>', '<text>"ausweissung"</text>']),
    at: ['decisions/routing.dmn', 'D1_02'],
    rule: 'routing-target',
    words:
      /^Die Zeile schickt den Vorgang nach „ausweissung“; ein solches Verfahren gibt es nicht, .* Gemeint ist vielleicht „ausweisung“\.$/,
  },
  {
    what: 'a routing target that is a block',
    path: 'decisions/routing.dmn',
    edit: swap(['<text>"duldung"</text>', '<text>"bescheid"</text>']),
    at: ['decisions/routing.dmn', 'D1_04'],
    rule: 'routing-target',
    words: /nach „bescheid“; das ist kein Verfahren \(Eigenschaft art\)/,
  },
  {
    what: 'a procedure that the routing table names is another now',
    path: 'duldung/duldung.bpmn',
    edit: swapAll('="duldung"', '="duldungen"'),
    at: ['decisions/routing.dmn', 'D1_04'],
    rule: 'routing-target',
    words: /nach „duldung“; ein solches Verfahren gibt es nicht/,
  },
  {
    what: 'a section of the routing table that does not exist',
    path: 'decisions/routing.dmn',
    edit: swap(['<text>"SG4"</text>', '<text>"SG9"</text>']),
    at: ['decisions/routing.dmn', 'D1_01'],
    rule: 'code-unknown',
    words: /In der Spalte „sachgebiet“ steht „SG9“; das steht nicht in processes\/amt\/sachgebiete\.json\./,
  },
  {
    what: 'a team of the routing table that does not exist',
    path: 'decisions/routing.dmn',
    edit: swap(['<text>"T4c"</text>', '<text>"T4x"</text>']),
    at: ['decisions/routing.dmn', 'D1_01'],
    rule: 'code-unknown',
    words: /^Die Zeile nennt das Team „T4x“; das steht nicht in processes\/amt\/teams\.json\.$/,
  },
  {
    what: 'a group of the routing table that does not exist',
    path: 'decisions/routing.dmn',
    edit: swap(['<text>"sb-sg4"</text>', '<text>"sb-sg5"</text>']),
    at: ['decisions/routing.dmn', 'D1_03'],
    rule: 'group-unknown',
    words: /^Die Zeile nennt die Gruppe „sb-sg5“; die gibt es nicht\. Gemeint ist vielleicht/,
  },
  {
    what: 'a step that a model names by its id and that does not exist',
    path: 'blocks/vier-augen/vier-augen.bpmn',
    edit: swap(['name="vierAugen" value="ja"', 'name="vierAugen" value="userTask_AuflagenFestlegen, userTask_GibtEsNicht"']),
    at: ['blocks/vier-augen/vier-augen.bpmn', 'userTask_BescheidZeichnen'],
    rule: 'element-unknown',
    words: /Genannt ist der Schritt „userTask_GibtEsNicht“; den gibt es in keinem Modell\./,
  },
  {
    what: 'the step whose purpose the program asks for is gone',
    path: 'blocks/vier-augen/vier-augen.bpmn',
    edit: swap(['<zeebe:property name="aufgabe" value="zeichnen" />', '']),
    at: ['', ''],
    rule: 'purpose-missing',
    words:
      /Ein Schritt mit „aufgabe = zeichnen“ \(Bescheid zeichnen\) muss in einem Ablauf stehen, denn sonst findet niemand den Entwurf zum Zeichnen/,
  },
  {
    what: 'a purpose stands twice',
    path: 'duldung/duldung.bpmn',
    edit: swap(['name="aufgabe" value="aushaendigen"', 'name="aufgabe" value="unterlagen"']),
    at: ['duldung/duldung.bpmn', 'userTask_BescheinigungAushaendigen'],
    rule: 'purpose-doubled',
    words: /„aufgabe = unterlagen“ \(Unterlagen prüfen\) steht 2-mal/,
  },
  {
    what: 'a purpose the program does not know',
    path: 'duldung/duldung.bpmn',
    edit: swap(['name="aufgabe" value="aushaendigen"', 'name="aufgabe" value="aushaendingen"']),
    at: ['duldung/duldung.bpmn', 'userTask_BescheinigungAushaendigen'],
    rule: 'purpose-unknown',
    words: /Die Aufgabe „aushaendingen“ kennt das Programm nicht\. Gemeint ist vielleicht „aushaendigen“\./,
  },
  {
    what: 'nobody stands as the author of what is signed',
    path: 'duldung/duldung.bpmn',
    edit: swap(['<zeebe:property name="verfasst" value="ja" />', '']),
    at: ['duldung/duldung.bpmn', 'callActivity_Ablehnungsbescheid'],
    rule: 'author-missing',
    words: /davor fehlt ein Schritt mit „verfasst = ja“/,
  },
  {
    what: 'a message is waited for under a key nobody sends it with',
    path: 'blocks/gebuehr/gebuehr.bpmn',
    edit: swap(['correlationKey="=warteId"', 'correlationKey="=caseId"']),
    at: ['blocks/gebuehr/gebuehr.bpmn', 'message_FristGeaendert'],
    rule: 'message-key',
    words: /Die Nachricht „frist-geaendert“ kommt so nicht an: ihr Schlüssel ist =warteId\./,
  },
  {
    what: 'a fact the program needs is asked by nobody',
    path: 'blocks/vertretung/vollmacht-pruefen.form',
    edit: swapAll('vertreterName', 'vertretungName'),
    at: ['', ''],
    rule: 'fact-unasked',
    words:
      /^Kein Schritt fragt „vertreterName“ mehr; das wird gebraucht, um die Vertretung einzutragen\. Gemeint ist vielleicht „vertretungName“\.$/,
  },
  {
    what: 'the step that asked what the program needs shows another form',
    path: versagung,
    edit: swap(['formId="versagung-entscheiden"', 'formId="bescheid-zeichnen"']),
    at: ['', ''],
    rule: 'fact-unasked',
    words: /^Kein Schritt fragt „ergebnisVersagung“ mehr; das wird gebraucht, um eine beantwortete Frage abzuschließen\.$/,
  },
  {
    what: 'a fact that another process still asks, but not the one whose letter needs it',
    path: 'duldung/duldung-auflagen.form',
    edit: swapAll('gueltigBis', 'gueltigBisTag'),
    at: ['duldung/duldung.bpmn', 'duldung'],
    rule: 'fact-unasked',
    words:
      /^Dieser Ablauf fragt „gueltigBis“ nicht; das wird gebraucht für die Schreiben von Duldung und Erlaubnis .*\(bescheidTyp=DULDUNG\)/,
  },
  {
    what: 'a fact asked in a way the program cannot read',
    path: 'blocks/eskalation/eskalation-votum.form',
    edit: (text) => {
      const form = JSON.parse(text) as { components: { key?: string; type: string }[] };
      for (const field of form.components) if (field.key === 'wissensartikelVorschlag') field.type = 'textfield';
      return JSON.stringify(form);
    },
    at: ['blocks/eskalation/eskalation-votum.form', 'feld_wissensartikelVorschlag'],
    rule: 'fact-kind',
    words: /Antwort auf „wissensartikelVorschlag“ so nicht lesen/,
  },
  {
    what: 'a field that its process reads is not marked for the engine',
    path: 'wiedervorlage/wiedervorlage.form',
    edit: (text) => {
      const form = JSON.parse(text) as { components: { key?: string; properties?: Record<string, string> }[] };
      const field = form.components.find(({ key }) => key === 'wunschFrist');
      delete field?.properties?.engine;
      return JSON.stringify(form);
    },
    at: ['wiedervorlage/wiedervorlage.form', 'feld_wunschFrist'],
    rule: 'engine-mark',
    words: /Der Ablauf „Wiedervorlage“ liest „wunschFrist“; das Feld ist nicht für die Engine markiert/,
  },
  {
    what: 'a group that does not exist',
    path: 'blocks/eat/eat.bpmn',
    edit: swap([`'=["svc"]'`, `'=["service"]'`]),
    at: ['blocks/eat/eat.bpmn', 'userTask_BiometrieErfassen'],
    rule: 'group-unknown',
    words: /Die Zuteilung nennt die Gruppe „service“; die gibt es nicht\./,
  },
  {
    what: 'a message nobody sends',
    path: 'blocks/gebuehr/gebuehr.bpmn',
    edit: swap(['name="zahlung"', 'name="bezahlung"']),
    at: ['blocks/gebuehr/gebuehr.bpmn', 'message_Zahlung'],
    rule: 'message-name',
    words: /Die Nachricht „bezahlung“ schickt hier niemand\./,
  },
  {
    what: 'a form speaks of what nobody asks',
    path: 'duldung/duldung-grund.form',
    edit: swap(['=duldungsgrund != \\"KRANKHEIT\\"', '=duldungsgrundd != \\"KRANKHEIT\\"']),
    at: ['duldung/duldung-grund.form', 'feld_attestVom'],
    rule: 'form-variable',
    words:
      /Die Bedingung nennt „duldungsgrundd“; das fragt kein Formular, und kein Ablauf setzt es\. Gemeint ist vielleicht „duldungsgrund“\./,
  },
  {
    what: 'a table takes the code of something else for an Anliegen',
    path: 'decisions/routing.dmn',
    edit: swap(['"GUEB"', '"VERS"']),
    at: ['decisions/routing.dmn', 'D1_03'],
    rule: 'code-unknown',
    words: /In der Spalte „wirksamesAnliegen“ steht „VERS“; das steht nicht in processes\/amt\/anliegen\.json\./,
  },
  {
    what: 'a form offers an Anliegen nobody knows',
    path: 'vorgang/sortieren.form',
    edit: swap(['"value": "GUEB"', '"value": "GUEBB"']),
    at: ['vorgang/sortieren.form', 'feld_neuesAnliegen'],
    rule: 'code-unknown',
    words: /Zur Auswahl steht „GUEBB“; das steht nicht in processes\/amt\/anliegen\.json\./,
  },
  {
    what: 'an answer is marked for the engine, and no step takes it any more',
    path: 'blocks/anhoerung/anhoerung.bpmn',
    edit: swap(['<zeebe:input source="=anhoerungFrist" target="wunschFrist" />', '']),
    at: ['blocks/anhoerung/anhoerung-verfassen.form', 'feld_anhoerungFrist'],
    rule: 'mark-unread',
    words: /^„anhoerungFrist“ ist für die Engine markiert .*, aber kein Ablauf mit diesem Formular liest es\.$/,
  },
  {
    what: 'a call does not take out what its block sets anew',
    path: 'ae-beschaeftigung/ae-beschaeftigung.bpmn',
    edit: swap(['<zeebe:output source="=rolle" target="rolle" />', '']),
    at: ['ae-beschaeftigung/ae-beschaeftigung.bpmn', 'callActivity_PruefungsfrageEskalieren'],
    rule: 'result-dropped',
    words: /setzt „rolle“ neu; dieser Aufruf nimmt es nicht mit, und danach wird der alte Wert gelesen\.$/,
  },
  {
    what: 'a job done again does not take out who must not decide',
    path: 'widerspruch/widerspruch.bpmn',
    edit: (text) => {
      const output = '<zeebe:output source="=ausgeschlossen" target="bescheidBeteiligte" />';
      const at = text.lastIndexOf(output);
      return text.slice(0, at) + text.slice(at + output.length);
    },
    at: ['widerspruch/widerspruch.bpmn', 'serviceTask_BeteiligteErmitteln'],
    rule: 'result-dropped',
    words: /^Derselbe Auftrag setzt an anderer Stelle „bescheidBeteiligte“; hier nicht, und danach wird der alte Wert gelesen\.$/,
  },
  {
    what: 'a code that is there for people to read is misspelt',
    path: 'blocks/gebuehr/gebuehr.bpmn',
    edit: swap([`'="GEBUEHRENFREI"'`, `'="GEEBUEHRENFREI"'`]),
    at: ['blocks/gebuehr/gebuehr.bpmn', 'endEvent_Gebuehrenfrei'],
    rule: 'code-unasked',
    words: /^Nach dem Wert „GEEBUEHRENFREI“ für „zahlungErgebnis“ fragt nichts\. .* Gemeint ist vielleicht „GEBUEHRENFREI“\.$/,
  },
  {
    what: 'a choice that a row of the office counts on is misspelt',
    path: 'duldung/duldung-grund.form',
    edit: swap(['"value": "FAMILIE"', '"value": "FMILIE"']),
    at: ['duldung/duldung-grund.form', 'feld_duldungsgrund'],
    rule: 'choice-missing',
    words: /^Zur Auswahl fehlt „FAMILIE“; processes\/amt\/anliegen\.json rechnet damit\. Gemeint ist vielleicht „FMILIE“\.$/,
  },
  {
    what: 'a choice that the program asks for is gone',
    path: 'ae-beschaeftigung/beschaeftigung-pruefen.form',
    edit: swap(['"value": "ARBEITGEBERWECHSEL"', '"value": "WECHSEL"']),
    at: ['ae-beschaeftigung/beschaeftigung-pruefen.form', 'feld_vorgangsart'],
    rule: 'choice-missing',
    words: /^Zur Auswahl fehlt „ARBEITGEBERWECHSEL“; das Programm rechnet damit\.$/,
  },
  {
    what: 'a letter names what nobody puts in',
    path: 'letters/anhoerung.md',
    edit: swapAll('{{frist}}', '{{frisst}}'),
    at: ['letters/anhoerung.md', ''],
    rule: 'letter-placeholder',
    words: /^Den Platzhalter „\{\{frisst\}\}“ füllt niemand\. Gemeint ist vielleicht „frist“\.$/,
  },
  {
    what: 'a letter no longer says the day it is about',
    path: 'letters/anhoerung.md',
    edit: swapAll('{{frist}}', 'bald'),
    at: ['letters/anhoerung.md', ''],
    rule: 'letter-placeholder',
    words: /^Das Programm gibt diesem Schreiben „frist“; es nennt „\{\{frist\}\}“ nicht\.$/,
  },
  {
    what: 'a decision says nothing about its remedy',
    path: 'letters/bescheid-vers.md',
    edit: (text) => text.replaceAll(/^:::(?:exakt)?$/gm, ''),
    at: ['letters/bescheid-vers.md', ''],
    rule: 'letter-remedy',
    words: /das Schreiben belehrt nicht darüber/,
  },
  {
    what: 'a letter has the head of another one',
    path: 'letters/gebuehr.md',
    edit: swap(['type: gebuehr', 'type: gebuehren']),
    at: ['letters/gebuehr.md', ''],
    rule: 'letter-form',
    words: /^Im Kopf steht „type: gebuehren“; es muss der Name der Datei sein: gebuehr\.$/,
  },
  {
    what: 'a letter cannot be read',
    path: 'letters/gebuehr.md',
    edit: swap([/^kanal: .*$/m, 'kanal: fax']),
    at: ['letters/gebuehr.md', ''],
    rule: 'letter-form',
    words: /^kanal ist „portal“ oder „post“, nicht „fax“\.$/,
  },
  {
    what: 'a letter names a norm that does not exist',
    path: 'letters/gebuehr.md',
    edit: swap(['norm: § 69 Aufenthaltsgesetz', 'norm: § 969 AufenthG']),
    at: ['letters/gebuehr.md', ''],
    rule: 'norm-known',
    words: /969/,
  },
  {
    what: 'an article is about a step that is gone',
    path: 'widerspruch/widerspruch.bpmn',
    edit: swapAll('userTask_AbhilfePruefen', 'userTask_AbhilfePruefung'),
    at: ['wissen/abhilfe-pruefen.md', ''],
    rule: 'article-link',
    words: /^Der Artikel gehört zum Schritt „userTask_AbhilfePruefen“; den gibt es im Ablauf „Widerspruch“ nicht\. Gemeint ist vielleicht/,
  },
  {
    what: 'an article belongs to a process nobody has',
    path: 'wissen/abhilfe-pruefen.md',
    edit: swap(['prozess: widerspruch', 'prozess: wiederspruch']),
    at: ['wissen/abhilfe-pruefen.md', ''],
    rule: 'article-link',
    words: /^Der Artikel gehört zum Ablauf „wiederspruch“; den gibt es nicht\. Gemeint ist vielleicht „widerspruch“\.$/,
  },
  {
    what: 'an article belongs to a group that does not exist',
    path: 'wissen/abhilfe-pruefen.md',
    edit: swap(['owner: rsb-sg1', 'owner: rsb-sgg1']),
    at: ['wissen/abhilfe-pruefen.md', ''],
    rule: 'group-unknown',
    words: /^Für den Artikel steht die Gruppe „rsb-sgg1“; die gibt es nicht\. Gemeint ist vielleicht „rsb-sg1“\.$/,
  },
  {
    what: 'who wrote the decision is kept under a name nothing reads',
    path: 'widerspruch/widerspruch.bpmn',
    edit: swap(['target="bescheidVerfasser"', 'target="bescheidVerfasserr"']),
    at: ['widerspruch/widerspruch.bpmn', 'serviceTask_WiderspruchVorbereiten'],
    rule: 'accounts-unread',
    words: /^In „bescheidVerfasserr“ stehen Konten, die einen Schritt nicht bekommen sollen; das liest kein Schritt\.$/,
  },
  {
    what: 'an output under a name nothing reads',
    path: 'widerspruch/widerspruch.bpmn',
    edit: swap(['target="bescheidVerfasser"', 'target="bescheidVerfasserr"']),
    at: ['widerspruch/widerspruch.bpmn', 'serviceTask_WiderspruchVorbereiten'],
    rule: 'output-unread',
    words: /^Was unter „bescheidVerfasserr“ gesetzt wird, liest nichts\. Gemeint ist vielleicht „bescheidVerfasser“\.$/,
  },
  {
    what: 'an input its own step does not read',
    path: 'blocks/anhoerung/anhoerung.bpmn',
    edit: swap(['target="wunschFrist"', 'target="wunschFristt"']),
    at: ['blocks/anhoerung/anhoerung.bpmn', 'serviceTask_WartenBeginnen'],
    rule: 'input-unread',
    words: /^Die Zuordnung zu „wunschFristt“ liest dieser Schritt nicht\. Gemeint ist vielleicht „wunschFrist“\.$/,
  },
  {
    what: 'an article cannot be read',
    path: 'wissen/abhilfe-pruefen.md',
    edit: swap(['titel: ', 'title: ']),
    at: ['wissen/abhilfe-pruefen.md', ''],
    rule: 'article-form',
    words: /titel/,
  },
  {
    what: 'a choice is nearly a common one',
    path: 'duldung/duldung-grund.form',
    edit: swap(['"value": "NEIN"', '"value": "NEINN"']),
    at: ['duldung/duldung-grund.form', 'feld_ersterteilung'],
    rule: 'code-slip',
    words: /^Den Wert „NEINN“ kennt sonst nichts\. Gemeint ist vielleicht „NEIN“\.$/,
  },
  {
    what: 'a field is nearly one the program reads',
    path: 'versagung/versagung-entscheiden.form',
    edit: swap(['"key": "gruende"', '"key": "gruendee"']),
    at: ['versagung/versagung-entscheiden.form', 'feld_gruende'],
    rule: 'key-slip',
    words: /^Das Feld „gruendee“ liest nichts\. Gemeint ist vielleicht „gruende“\.$/,
  },
  {
    what: 'every answer has a way of its own, and there is a default, too',
    path: 'blocks/vier-augen/bescheid-zeichnen.form',
    edit: swap([/,\s*\{\s*"label": "[^"]*",\s*"value": "ZURUECKGEBEN"\s*\}/, '']),
    at: ['blocks/bescheid/bescheid.bpmn', 'gateway_Freigegeben'],
    rule: 'default-unused',
    words: /^Den Standardweg nimmt kein Vorgang: „zeichnung“ hat für jeden seiner Werte einen eigenen Weg\.$/,
  },
  {
    what: 'an answer has no way',
    path: 'ae-beschaeftigung/ae-beschaeftigung.bpmn',
    edit: swap([' default="flow_PruefErgebnis_PruefungsfrageEskalieren"', '']),
    at: ['ae-beschaeftigung/ae-beschaeftigung.bpmn', 'gateway_PruefErgebnis'],
    rule: 'way-missing',
    words: /^Für „pruefErgebnis“ = „FRAGE“ fehlt ein Weg; der Vorgang bliebe hier stehen\.$/,
  },
  {
    what: 'a property knows yes only',
    path: 'widerspruch/widerspruch.bpmn',
    edit: swap(['name="verfasst" value="ja"', 'name="verfasst" value="nein"']),
    at: ['widerspruch/widerspruch.bpmn', 'userTask_AbhilfePruefen'],
    rule: 'property-value',
    words: /^Die Eigenschaft „verfasst“ kennt nur den Wert „ja“\.$/,
  },
  {
    what: 'a skill that does not exist',
    path: 'widerspruch/widerspruch.bpmn',
    edit: swap(['name="skill" value="widerspruch"', 'name="skill" value="wiederspruch"']),
    at: ['widerspruch/widerspruch.bpmn', 'userTask_ZulaessigkeitPruefen'],
    rule: 'skill-unknown',
    words: /^Genannt ist die Befähigung „wiederspruch“; die gibt es nicht\. Gemeint ist vielleicht „widerspruch“\.$/,
  },
  {
    what: 'a table reads what nothing before it writes',
    path: 'decisions/team.dmn',
    edit: swapAll('<text>sachgebiet</text>', '<text>sachgebiett</text>'),
    at: ['blocks/eingang/eingang.bpmn', 'businessRuleTask_TeamBestimmen'],
    rule: 'table-input',
    words: /liest „sachgebiett“, das davor nichts schreibt\. Gemeint ist vielleicht „sachgebiet“\.$/,
  },
];

const eat = 'blocks/eat/eat.bpmn';
/** The step that tells of the card, as one that sends a letter of its own choice. */
const sending = (...inputs: string[]) =>
  swap([
    /<zeebe:taskDefinition type="abholung-mitteilen" \/>\s*<zeebe:ioMapping>/,
    ['<zeebe:taskDefinition type="brief-senden" /><zeebe:ioMapping>', ...inputs.map((each) => `<zeebe:input ${each} />`)].join(''),
  ]);
const letterPlant = (what: string, inputs: string[], rule: string, words: RegExp): Plant => ({
  what,
  path: eat,
  edit: sending(...inputs),
  at: [eat, 'serviceTask_AbholungMitteilen'],
  rule,
  words,
});

plants.push(
  letterPlant(
    'a letter that does not exist',
    [`source='="eat-abhohlung"' target="briefArt"`],
    'job-input',
    /„briefArt“ kann „eat-abhohlung“ sein/,
  ),
  letterPlant('no letter at all', [], 'job-input', /Dem Auftrag fehlt „briefArt“/),
  letterPlant(
    'a decision sent as if it were any letter',
    [`source='="bescheid-vers"' target="briefArt"`],
    'letter-refused',
    /^Der Brief „bescheid-vers“ ist ein Bescheid; den schreibt und verschickt nur der Baustein „bescheid“\.$/,
  ),
  letterPlant(
    'a letter with a remedy sent as if it were any letter',
    [`source='="gebuehr"' target="briefArt"`],
    'letter-refused',
    /^Der Brief „gebuehr“ belehrt über einen Rechtsbehelf/,
  ),
  letterPlant(
    'a letter without what it names',
    [`source='="eingangsbestaetigung"' target="briefArt"`],
    'letter-value',
    /^Der Brief „eingangsbestaetigung“ braucht „eingangAm“; der Schritt ordnet es nicht zu \(werte\), und kein Pflichtfeld dieses Ablaufs fragt es\.$/,
  ),
  letterPlant(
    'a value of a letter that is misspelt',
    [`source='="eingangsbestaetigung"' target="briefArt"`, `source='={eingangAmm: "2026-06-08"}' target="werte"`],
    'letter-value',
    /^Der Brief „eingangsbestaetigung“ nennt „eingangAmm“ nicht\. Gemeint ist vielleicht „eingangAm“\.$/,
  ),
);

test.serial('a step may send any letter that is no decision, with what the letter names', async (t) => {
  const inputs = [`source='="eingangsbestaetigung"' target="briefArt"`, `source='={eingangAm: "2026-06-08"}' target="werte"`];
  const after = files.map((file) => (file.path === eat ? { path: eat, content: sending(...inputs)(file.content) } : file));
  t.deepEqual(await checkFiles(after, [eat]), []);
});

for (const { what, path, edit, at, rule, words } of plants) {
  test.serial(`refused: ${what}`, async (t) => {
    const after = files.map((file) => (file.path === path ? { path, content: edit(file.content) } : file));
    const findings = await checkFiles(after, [path]);
    const there = findings.filter((each) => each.rule === rule && each.path === at[0] && each.elementId === at[1]);
    t.true(there.length > 0, JSON.stringify(findings, null, 1));
    t.is(there[0]?.severity, 'error');
    t.regex(there[0]?.message ?? '', words);
  });
}

test.serial('refused: a letter that the program sends is gone', async (t) => {
  const findings = await checkFiles(
    files.filter(({ path }) => path !== 'letters/gebuehr.md'),
    [],
  );
  t.deepEqual(
    findings.map(({ rule, message }) => `${rule}: ${message}`),
    ['letter-missing: Das Schreiben letters/gebuehr.md fehlt; das Programm verschickt es.'],
  );
});

test.serial('every promise has a planted violation', (t) => {
  const planted = new Set([...plants.map(({ rule }) => rule), 'letter-missing']);
  t.deepEqual(
    promiseNames.filter((name) => !planted.has(name)),
    [],
  );
});

test.serial('what the live models promise is kept', async (t) => {
  t.deepEqual(await checkFiles(files, []), []);
});

test('who changes a model is told of an article about a step that goes, and may let it go all the same', async (t) => {
  const path = 'widerspruch/widerspruch.bpmn';
  const models = files
    .filter((file) => !file.path.endsWith('.md'))
    .map((file) =>
      file.path === path ? { ...file, content: file.content.replaceAll('userTask_AbhilfePruefen', 'userTask_Abhilfe') } : file,
    );
  const found = (await checkFiles(models, [])).filter(({ rule }) => rule === 'article-link');
  t.deepEqual(
    found.map(({ severity, ...each }) => [severity, each.path]),
    [['warning', 'wissen/abhilfe-pruefen.md']],
  );
});
