import { lookUp } from '../look-up.ts';
import type { ChangeClass } from './difference.ts';
import { isTimeLimit, legalProperties, speaksOfLaw } from './law.ts';
import { sameUpToLiterals } from './literals.ts';

/** What a facet is to people. `expression`: FEEL, so a change of figures alone is a smaller one. */
export type Aspect = { aspect: string; noun: string; class: ChangeClass; expression?: boolean; legal?: boolean; text?: boolean };

const ext = 'extensionElements/';

const known: Record<string, Aspect> = {
  '@name': { aspect: 'name', noun: 'Name', class: 'text', text: true },
  documentation: { aspect: 'documentation', noun: 'Anleitung', class: 'text', text: true },
  text: { aspect: 'annotation', noun: 'Notiz', class: 'text', text: true },
  type: { aspect: 'type', noun: 'Art', class: 'flow' },
  event: { aspect: 'event', noun: 'Auslöser', class: 'flow' },
  container: { aspect: 'container', noun: 'Abschnitt', class: 'flow' },
  order: { aspect: 'order', noun: 'Reihenfolge der Wege', class: 'rule' },
  inputOrder: { aspect: 'mapping', noun: 'Reihenfolge der Eingaben', class: 'rule' },
  outputOrder: { aspect: 'mapping', noun: 'Reihenfolge der Ergebnisse', class: 'rule' },
  incoming: { aspect: 'incoming', noun: 'Verzeichnis der ankommenden Wege', class: 'flow' },
  outgoing: { aspect: 'outgoing', noun: 'Verzeichnis der abgehenden Wege', class: 'flow' },
  '@sourceRef': { aspect: 'source', noun: 'Anfang', class: 'flow' },
  '@targetRef': { aspect: 'target', noun: 'Ziel', class: 'flow' },
  '@default': { aspect: 'default', noun: 'Standardweg', class: 'flow' },
  '@attachedToRef': { aspect: 'attachedTo', noun: 'Schritt, an dem sie hängt', class: 'flow' },
  '@cancelActivity': { aspect: 'interrupting', noun: 'Unterbrechend', class: 'flow' },
  '@isInterrupting': { aspect: 'interrupting', noun: 'Unterbrechend', class: 'flow' },
  '@isExecutable': { aspect: 'executable', noun: 'Ausführbar', class: 'flow' },
  '@triggeredByEvent': { aspect: 'eventSubProcess', noun: 'Durch ein Ereignis ausgelöst', class: 'flow' },
  '@processRef': { aspect: 'participant', noun: 'Prozess', class: 'flow' },
  '@errorCode': { aspect: 'errorCode', noun: 'Fehlercode', class: 'rule' },
  '@escalationCode': { aspect: 'errorCode', noun: 'Code', class: 'rule' },
  conditionExpression: { aspect: 'condition', noun: 'Bedingung', class: 'rule', expression: true },
  'messageEventDefinition@messageRef': { aspect: 'message', noun: 'Nachricht', class: 'rule' },
  '@messageRef': { aspect: 'message', noun: 'Nachricht', class: 'rule' },
  'errorEventDefinition@errorRef': { aspect: 'error', noun: 'Fehler', class: 'rule' },
  'signalEventDefinition@signalRef': { aspect: 'signal', noun: 'Signal', class: 'rule' },
  'timerEventDefinition/timeDate': { aspect: 'timer', noun: 'Uhr läuft bis', class: 'rule', expression: true, legal: true },
  'timerEventDefinition/timeDuration': { aspect: 'timer', noun: 'Dauer der Uhr', class: 'rule', expression: true, legal: true },
  'timerEventDefinition/timeCycle': { aspect: 'timer', noun: 'Takt der Uhr', class: 'rule', expression: true, legal: true },
  multiInstanceLoopCharacteristics: { aspect: 'loop', noun: 'Wiederholung', class: 'flow' },
  'multiInstanceLoopCharacteristics@isSequential': { aspect: 'loop', noun: 'Nacheinander', class: 'flow' },
  [`${ext}zeebe:formDefinition@formId`]: { aspect: 'form', noun: 'Formular', class: 'flow' },
  [`${ext}zeebe:formDefinition@formKey`]: { aspect: 'form', noun: 'Formular', class: 'flow' },
  [`${ext}zeebe:assignmentDefinition@candidateGroups`]: { aspect: 'groups', noun: 'Gruppen', class: 'rule', expression: true },
  [`${ext}zeebe:assignmentDefinition@candidateUsers`]: { aspect: 'groups', noun: 'Personen', class: 'rule', expression: true },
  [`${ext}zeebe:assignmentDefinition@assignee`]: { aspect: 'assignee', noun: 'Feste Person', class: 'rule', expression: true },
  [`${ext}zeebe:taskSchedule@dueDate`]: { aspect: 'dueDate', noun: 'Fälligkeit', class: 'rule', expression: true },
  [`${ext}zeebe:taskSchedule@followUpDate`]: { aspect: 'dueDate', noun: 'Wiedervorlage', class: 'rule', expression: true },
  [`${ext}zeebe:taskDefinition@type`]: { aspect: 'jobType', noun: 'Auftrag', class: 'flow' },
  [`${ext}zeebe:taskDefinition@retries`]: { aspect: 'retries', noun: 'Zahl der Versuche', class: 'number' },
  [`${ext}zeebe:calledDecision@decisionId`]: { aspect: 'calledDecision', noun: 'Entscheidungstabelle', class: 'flow' },
  [`${ext}zeebe:calledDecision@resultVariable`]: { aspect: 'mapping', noun: 'Variable des Ergebnisses', class: 'rule' },
  [`${ext}zeebe:calledElement@processId`]: { aspect: 'calledProcess', noun: 'Gerufener Prozess', class: 'flow' },
  [`${ext}zeebe:calledElement@propagateAllChildVariables`]: { aspect: 'mapping', noun: 'Alle Variablen übernehmen', class: 'rule' },
  [`${ext}zeebe:calledElement@propagateAllParentVariables`]: { aspect: 'mapping', noun: 'Alle Variablen übergeben', class: 'rule' },
  [`${ext}zeebe:subscription@correlationKey`]: {
    aspect: 'correlationKey',
    noun: 'Schlüssel der Nachricht',
    class: 'rule',
    expression: true,
  },
  [`${ext}zeebe:script@expression`]: { aspect: 'script', noun: 'Ausdruck', class: 'rule', expression: true },
  [`${ext}zeebe:script@resultVariable`]: { aspect: 'script', noun: 'Variable des Ergebnisses', class: 'rule' },
};

const nounsOfProperties: Record<string, string> = {
  norm: 'Rechtsgrundlage',
  rechtsstand: 'Rechtsstand',
  skill: 'Nötige Kenntnis',
  vierAugen: 'Vier Augen',
  verfasst: 'Verfasst, was eine zweite Person prüft',
  aufgabe: 'Aufgabe',
  art: 'Art des Modells',
  hinweis: 'Hinweis',
  freigabe: 'Art der Freigabe',
};
const classOfProperties: Record<string, ChangeClass> = { norm: 'text', rechtsstand: 'text', hinweis: 'text', art: 'flow' };

export const propertyAspect = (name: string): Aspect => ({
  aspect: `property:${name}`,
  noun: lookUp(nounsOfProperties, name) ?? `Eigenschaft ${name}`,
  class: lookUp(classOfProperties, name) ?? 'rule',
  text: name === 'hinweis',
  legal: legalProperties.has(name),
});

const named =
  /^extensionElements\/zeebe:(?:properties|ioMapping|taskHeaders)\/zeebe:(property|input|output|header)\[(.*?)\](?:@(source|value))?(?:#\d+)?$/;

const aspectOfNamed = (kind: string, name: string): Aspect => {
  if (kind === 'property') return propertyAspect(name);
  if (kind === 'header') return { aspect: `header:${name}`, noun: `Kopfzeile ${name}`, class: 'rule' };
  const what = kind === 'input' ? 'Eingabe' : 'Ergebnis';
  return { aspect: 'mapping', noun: `${what} ${name}`, class: 'rule', expression: true, legal: isTimeLimit(name) };
};

const loop = /^multiInstanceLoopCharacteristics\/.*(?:loopCharacteristics@|completionCondition$)/;
const tools = /^@(?:exporter|exporterVersion)$/;
/** Drawn for people, not run by the engine. */
export const isMereDrawing = (type: string): boolean =>
  /^(?:textAnnotation|association|group|category|lane|laneSet|childLaneSet|participant|collaboration|messageFlow|dataObject|dataObjectReference|dataStoreReference|dataStore)$/.test(
    type,
  );

/** Names of messages, errors and signals are what the engine knows them by. */
const isKnownByName = (type: string): boolean => /^(?:message|error|signal|escalation)$/.test(type);

/** The last of its names, without the namespace: enough to find it, and short. */
const innerName = (key: string): string =>
  key
    .replace(/#\d+$/, '')
    .split(/[/@:]/)
    .findLast((part) => part !== '') ?? key;

/** What a facet of an element is; facets nobody foresaw count as much as a change of the flow. */
export const aspectOf = (key: string, type: string): Aspect => {
  if (key === '@name' && isKnownByName(type)) return { aspect: 'message', noun: 'Name', class: 'rule' };
  const found = lookUp(known, key.replace(/#\d+$/, ''));
  if (found) return isMereDrawing(type) && found.aspect !== 'participant' ? { ...found, class: 'text' } : found;
  const [, kind, name] = named.exec(key) ?? [];
  if (kind !== undefined && name !== undefined) return aspectOfNamed(kind, name);
  const plain = { aspect: key, noun: `Angabe „${innerName(key)}“` };
  if (tools.test(key)) return { ...plain, noun: 'Werkzeug, mit dem gezeichnet wurde', class: 'layout' };
  if (loop.test(key)) return { aspect: 'loop', noun: loopNoun(key), class: 'rule', expression: true };
  if (key.startsWith('multiInstanceLoopCharacteristics')) return { ...plain, aspect: 'loop', class: 'flow' };
  if (isMereDrawing(type)) return { ...plain, class: 'text' };
  if (/@id(?:#\d+)?$/.test(key)) return { aspect: 'innerId', noun: 'Innere Kennung', class: 'text' };
  if (key.startsWith('@zeebe:modelerTemplate')) return { ...plain, noun: 'Vorlage im Editor', class: 'text' };
  if (/@targetNamespace|documentation@/.test(key)) return { ...plain, class: 'text' };
  if (key.startsWith('timerEventDefinition')) return { ...plain, aspect: 'timer', class: 'flow', legal: true };
  return { ...plain, class: 'flow' };
};

const loopNoun = (key: string): string =>
  key.endsWith('@inputCollection')
    ? 'Wiederholt für jedes aus'
    : key.includes('completionCondition')
      ? 'Wiederholung endet, wenn'
      : 'Wiederholung';

/** How much a change of a facet can do. */
export const weigh = (
  { class: weight, expression, legal, aspect, text }: Aspect,
  before: string | null,
  after: string | null,
): { class: ChangeClass; legal: boolean } => ({
  class: expression && weight === 'rule' && sameUpToLiterals(before, after) ? 'number' : weight,
  legal: legal === true || ((text === true || aspect.startsWith('property:')) && speaksOfLaw(before, after)),
});
