import { lookUp } from '../look-up.ts';
import type { BpmnIndex, Owner } from './bpmn-owners.ts';
import { single } from './quote.ts';

type Noun = [article: 'der' | 'die' | 'das', inflected: string, bare: string];

const noun = (article: Noun[0], bare: string, inflected = bare): Noun => [article, inflected, bare];

const nouns: Record<string, Noun> = {
  definitions: noun('die', 'Datei'),
  process: noun('der', 'Prozess'),
  task: noun('die', 'Tätigkeit'),
  userTask: noun('die', 'Aufgabe'),
  serviceTask: noun('der', 'Automatischer Schritt', 'automatische Schritt'),
  businessRuleTask: noun('die', 'Entscheidung'),
  scriptTask: noun('der', 'Skript-Schritt'),
  sendTask: noun('der', 'Sende-Schritt'),
  receiveTask: noun('der', 'Empfangs-Schritt'),
  manualTask: noun('die', 'Tätigkeit'),
  callActivity: noun('der', 'Teilprozess'),
  subProcess: noun('der', 'Abschnitt'),
  startEvent: noun('der', 'Beginn'),
  endEvent: noun('das', 'Ende'),
  intermediateCatchEvent: noun('das', 'Warten'),
  intermediateThrowEvent: noun('das', 'Ereignis'),
  boundaryEvent: noun('die', 'Unterbrechung'),
  exclusiveGateway: noun('die', 'Verzweigung'),
  inclusiveGateway: noun('die', 'Verzweigung'),
  parallelGateway: noun('die', 'Gleichzeitige Verzweigung', 'gleichzeitige Verzweigung'),
  eventBasedGateway: noun('das', 'Warten auf Ereignisse'),
  sequenceFlow: noun('der', 'Weg'),
  message: noun('die', 'Nachricht'),
  error: noun('der', 'Fehler'),
  signal: noun('das', 'Signal'),
  escalation: noun('die', 'Hochstufung'),
  textAnnotation: noun('die', 'Notiz'),
  association: noun('die', 'Verbindung zur Notiz'),
  group: noun('der', 'Rahmen'),
  lane: noun('die', 'Bahn'),
  laneSet: noun('die', 'Bahnen'),
  participant: noun('der', 'Beteiligter', 'Beteiligte'),
  collaboration: noun('das', 'Zusammenspiel der Beteiligten'),
  messageFlow: noun('der', 'Nachrichtenfluss'),
  dataObject: noun('das', 'Datenobjekt'),
  dataObjectReference: noun('das', 'Datenobjekt'),
  dataStoreReference: noun('die', 'Ablage'),
};

const fallback: Noun = ['das', 'Element', 'Element'];
export const nounOf = (type: string): Noun => lookUp(nouns, type) ?? fallback;

/** What a gateway is called in a sentence about its kind. */
const kinds: Record<string, string> = {
  exclusiveGateway: 'Verzweigung mit genau einem Weg',
  inclusiveGateway: 'Verzweigung mit einem oder mehreren Wegen',
  parallelGateway: 'Verzweigung, die alle Wege zugleich geht',
  eventBasedGateway: 'Verzweigung, die auf ein Ereignis wartet',
  complexGateway: 'Verzweigung mit eigener Regel',
};
export const kindWord = (type: string): string => lookUp(kinds, type) ?? nounOf(type)[2];

const flat = (name: string | undefined): string => (name ?? '').replace(/\s+/g, ' ').trim();

const titleOf = (owner: Owner): string =>
  flat(owner.type === 'textAnnotation' ? (owner.facets.get('text') ?? '') : owner.element.attributes.name);

/** The name people know a thing by; its id only where it has none. */
export const titleById = (index: BpmnIndex, id: string | null): string => {
  const owner = id === null ? undefined : index.owners.get(id);
  if (!owner) return id ?? '';
  return titleOf(owner) || namelessTitle(index, owner) || owner.id;
};

/** A nameless gateway is a place where ways meet: known by what comes after. */
const namelessTitle = (index: BpmnIndex, owner: Owner, seen: ReadonlySet<string> = new Set()): string => {
  // A long chain of nameless places has no name worth looking for.
  if (seen.has(owner.id) || seen.size > 5) return '';
  const way = [...index.owners.values()].find((each) => each.type === 'sequenceFlow' && each.element.attributes.sourceRef === owner.id);
  const next = index.owners.get(way?.element.attributes.targetRef ?? '');
  if (!next) return '';
  const title = titleOf(next) || namelessTitle(index, next, new Set([...seen, owner.id]));
  return title === '' || title.startsWith('vor ') ? title : `vor ${title}`;
};

const suffix = (index: BpmnIndex, owner: Owner): string => {
  if (owner.type === 'sequenceFlow' || owner.type === 'messageFlow' || owner.type === 'association') {
    const { sourceRef = '', targetRef = '' } = owner.element.attributes;
    const label = titleOf(owner);
    const ends = `von ${single(titleById(index, sourceRef))} nach ${single(titleById(index, targetRef))}`;
    return label ? `${single(label)} ${ends}` : ends;
  }
  const title = titleOf(owner);
  if (title) return single(title.length > 60 ? `${title.slice(0, 59).trimEnd()}…` : title);
  const nameless = /Gateway$/.test(owner.type) ? namelessTitle(index, owner) : '';
  return nameless ? nameless.replace(/^vor (.*)$/, 'vor ‚$1‘') : owner.type === 'definitions' ? '' : owner.id;
};

const join = (...parts: string[]): string => parts.filter(Boolean).join(' ');

/** „Aufgabe ‚Unterlagen prüfen‘“ */
export const placeOf = (index: BpmnIndex, owner: Owner): string => join(nounOf(owner.type)[2], suffix(index, owner));

/** „Die Aufgabe ‚Unterlagen prüfen‘“ */
export const subjectOf = (index: BpmnIndex, owner: Owner): string => {
  const [article, inflected] = nounOf(owner.type);
  return join(article.charAt(0).toUpperCase() + article.slice(1), inflected, suffix(index, owner));
};
