/** Ids people can read: `userTask_UnterlagenPruefen`. History, map and tests know elements by them. */
const folded: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** "Unterlagen prüfen" → "UnterlagenPruefen"; empty where nothing is left. */
export const camel = (text: string): string =>
  text
    .replaceAll(/[äöüßÄÖÜ]/g, (letter) => folded[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^\d+/, '')
    .replace(/^[a-z]/, (letter) => letter.toUpperCase())
    .slice(0, 60);

/** "Unterlagen prüfen" → "unterlagen-pruefen". */
export const kebab = (text: string): string =>
  camel(text)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

const prefixes: readonly [type: RegExp, prefix: string][] = [
  [/:UserTask$/, 'userTask'],
  [/:ServiceTask$/, 'serviceTask'],
  [/:BusinessRuleTask$/, 'businessRuleTask'],
  [/:CallActivity$/, 'callActivity'],
  [/:(?:AdHoc)?SubProcess$|:Transaction$/, 'subProcess'],
  [/Gateway$/, 'gateway'],
  [/:StartEvent$/, 'startEvent'],
  [/:EndEvent$/, 'endEvent'],
  [/:BoundaryEvent$/, 'boundaryEvent'],
  [/:ScriptTask$/, 'scriptTask'],
  [/:SendTask$/, 'sendTask'],
  [/:ReceiveTask$/, 'receiveTask'],
  [/:ManualTask$/, 'manualTask'],
  [/:Task$/, 'task'],
];

/** What an event on the way is about says more than that it is one. */
const definitions: readonly [definition: RegExp, prefix: string][] = [
  [/:TimerEventDefinition$/i, 'timer'],
  [/:SignalEventDefinition$/i, 'signal'],
  [/:LinkEventDefinition$/i, 'link'],
  [/:MessageEventDefinition$/i, 'message'],
];

/** `type` and `definition` (of an event on the way) as `bpmn:UserTask`; undefined for kinds whose ids nobody reads. */
export const prefixOf = (type: string, definition = ''): string | undefined =>
  /:Intermediate(?:Catch|Throw)Event$/.test(type)
    ? (definitions.find(([pattern]) => pattern.test(definition))?.[1] ?? 'event')
    : prefixes.find(([pattern]) => pattern.test(type))?.[1];

export const isSpoken = (id: string, prefix: string): boolean => new RegExp(`^${prefix}_[A-Z][A-Za-z0-9]*(_[A-Z][A-Za-z0-9]*)*$`).test(id);
