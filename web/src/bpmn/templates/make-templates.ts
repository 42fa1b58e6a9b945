import blocks from './blocks.json' with { type: 'json' };
import services from './services.json' with { type: 'json' };

type Variable = { name: string; label: string; value?: string };
type Property = Record<string, unknown>;
export type Template = {
  id: string;
  name: string;
  description: string;
  appliesTo: string[];
  elementType: { value: string; eventDefinition?: string };
  properties: Property[];
} & Record<string, unknown>;

const schema = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json';

const hidden = (value: string | boolean, binding: Property): Property => ({ type: 'Hidden', value, binding });
const input = ({ name, label, value }: Variable): Property => ({
  id: `eingabe-${name}`,
  label,
  type: 'String',
  feel: 'required',
  value: value ?? `=${name}`,
  group: 'eingaben',
  binding: { type: 'zeebe:input', name },
});
const output = ({ name, label }: Variable): Property => ({
  id: `ergebnis-${name}`,
  label,
  type: 'String',
  value: name,
  group: 'ergebnisse',
  binding: { type: 'zeebe:output', source: `=${name}` },
});
const messages = [
  { name: 'Antwort einer Behörde', value: 'behoerde-antwort' },
  { name: 'Antwort der Bundesagentur für Arbeit', value: 'ba-antwort' },
  { name: 'Unterlagen eingegangen', value: 'unterlagen-eingegangen' },
  { name: 'Stellungnahme eingegangen', value: 'stellungnahme' },
  { name: 'Gebühr bezahlt', value: 'zahlung' },
  { name: 'Frist geändert', value: 'frist-geaendert' },
];
const groups = [
  { id: 'eingaben', label: 'Was der Schritt bekommt' },
  { id: 'ergebnisse', label: 'Was danach bekannt ist' },
];

const template = (kind: string, id: string, elementType: string, { name, description }: { name: string; description: string }) => ({
  $schema: schema,
  id: `lotse.${kind}.${id}`,
  name,
  description,
  appliesTo: ['bpmn:Task', elementType],
  elementType: { value: elementType },
  groups,
});

/** A call of one of the office's blocks: what it is given and what it answers. */
const callBlock = (block: (typeof blocks)[number]): Template => ({
  ...template('baustein', block.process, 'bpmn:CallActivity', { ...block, name: `Baustein: ${block.name}` }),
  properties: [
    hidden(block.name, { type: 'property', name: 'name' }),
    hidden(block.process, { type: 'zeebe:calledElement', property: 'processId' }),
    hidden(false, { type: 'zeebe:calledElement', property: 'propagateAllChildVariables' }),
    ...block.inputs.map(input),
    ...block.outputs.map(output),
  ],
});

/** Every service reads the case; the rest it asks for by name. */
const useService = (service: (typeof services)[number]): Template => ({
  ...template('dienst', service.type, 'bpmn:ServiceTask', { ...service, name: `Dienst: ${service.name}` }),
  properties: [
    hidden(service.type, { type: 'zeebe:taskDefinition', property: 'type' }),
    hidden('=caseId', { type: 'zeebe:input', name: 'caseId' }),
    ...service.inputs.map(input),
  ],
});

/** The event alone; what to do when nobody answers belongs into a block of its own. */
const wait: Template = {
  ...template('warten', 'antwort', 'bpmn:IntermediateCatchEvent', {
    name: 'Auf Antwort warten',
    description: 'Hält an, bis die Nachricht zu diesem Warten eintrifft.',
  }),
  appliesTo: ['bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent'],
  elementType: { value: 'bpmn:IntermediateCatchEvent', eventDefinition: 'bpmn:MessageEventDefinition' },
  properties: [
    hidden('Antwort eingegangen', { type: 'property', name: 'name' }),
    {
      id: 'nachricht',
      label: 'Nachricht',
      type: 'Dropdown',
      group: 'eingaben',
      value: 'behoerde-antwort',
      choices: messages,
      binding: { type: 'bpmn:Message#property', name: 'name' },
    },
    hidden('=warteId', { type: 'bpmn:Message#zeebe:subscription#property', name: 'correlationKey' }),
  ],
};

/** The office's element templates; ids are stable, since drawings name them. */
export const templates: readonly Template[] = [wait, ...blocks.map(callBlock), ...services.map(useService)];
