const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

const prefixes: Record<string, string> = {
  UserTask: 'userTask',
  ServiceTask: 'serviceTask',
  BusinessRuleTask: 'businessRuleTask',
  ScriptTask: 'scriptTask',
  CallActivity: 'callActivity',
  SubProcess: 'subProcess',
  ExclusiveGateway: 'gateway',
  ParallelGateway: 'gateway',
  EventBasedGateway: 'gateway',
  InclusiveGateway: 'gateway',
  StartEvent: 'startEvent',
  EndEvent: 'endEvent',
  BoundaryEvent: 'boundaryEvent',
  IntermediateCatchEvent: 'event',
  IntermediateThrowEvent: 'event',
};
const waits: Record<string, string> = { 'bpmn:MessageEventDefinition': 'message', 'bpmn:TimerEventDefinition': 'timer' };

/** The part of an id that says what it is about: `Unterlagen prüfen` → `UnterlagenPruefen`. */
export const spokenPart = (name: string): string =>
  name
    .replaceAll(/[äöüßÄÖÜ]/g, (letter) => umlauts[letter] ?? letter)
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^(?=\d)/, 'Nr')
    .slice(0, 60);

/** `userTask_UnterlagenPruefen` for a new step with that name; undefined for kinds whose ids nobody reads. */
export const spokenId = (type: string, name: string, definition?: string): string | undefined => {
  const kind = prefixes[type.replace('bpmn:', '')];
  const part = spokenPart(name);
  if (!kind || !part) return undefined;
  return `${kind === 'event' ? (waits[definition ?? ''] ?? 'event') : kind}_${part}`;
};

/** Ids the drawing library gives by itself. */
export const isGenerated = (id: string): boolean => /^(?:Activity|Event|Gateway|Flow|StartEvent|EndEvent)_[0-9a-z]{7}$/.test(id);
