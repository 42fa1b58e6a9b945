import type { BpmnFactory, CommandStack, Element, Injector, Moddle } from './types.ts';

type Step = {
  cmd: 'element.updateModdleProperties';
  context: { element: Element; moddleElement: Moddle; properties: Record<string, unknown> };
};

const step = (element: Element, moddleElement: Moddle, properties: Record<string, unknown>): Step => ({
  cmd: 'element.updateModdleProperties',
  context: { element, moddleElement, properties },
});

const extensionsOf = (element: Element): Moddle | undefined => element.businessObject.get<Moddle | undefined>('extensionElements');

export const findExtension = (element: Element, type: string): Moddle | undefined =>
  (extensionsOf(element)?.get<Moddle[]>('values') ?? []).find((each) => each.$type === type);

const listProperties = (element: Element): Moddle[] => findExtension(element, 'zeebe:Properties')?.get<Moddle[]>('properties') ?? [];

export const readProperty = (element: Element, name: string): string =>
  listProperties(element)
    .find((each) => each.get('name') === name)
    ?.get<string | undefined>('value') ?? '';

const made = (factory: BpmnFactory, type: string, properties: Record<string, unknown>, parent: Moddle): Moddle => {
  const moddle = factory.create(type, properties);
  moddle.$parent = parent;
  return moddle;
};

/** Several changes that one press of „Rückgängig“ takes back together. */
export const changeElement = (element: Element, injector: Injector) => {
  const factory = injector.get<BpmnFactory>('bpmnFactory');
  const steps: Step[] = [];
  let extensions = extensionsOf(element);
  const needExtensions = (): Moddle => {
    if (extensions) return extensions;
    extensions = made(factory, 'bpmn:ExtensionElements', { values: [] }, element.businessObject);
    steps.push(step(element, element.businessObject, { extensionElements: extensions }));
    return extensions;
  };
  let values: Moddle[] | undefined;
  const addExtension = (moddle: Moddle): void => {
    const owner = needExtensions();
    values = [...(values ?? owner.get<Moddle[]>('values')), moddle];
    steps.push(step(element, owner, { values }));
  };
  return {
    /** Sets attributes of an extension, which is made if it is not there. */
    extension: (type: string, properties: Record<string, unknown>): void => {
      const found = findExtension(element, type);
      if (found) steps.push(step(element, found, properties));
      else addExtension(made(factory, type, properties, needExtensions()));
    },
    /** A `zeebe:property`; an empty value takes it away. */
    property: (name: string, value: string): void => {
      const all = findExtension(element, 'zeebe:Properties');
      const entry = listProperties(element).find((each) => each.get('name') === name);
      if (entry && value) steps.push(step(element, entry, { value }));
      else if (entry && all) steps.push(step(element, all, { properties: listProperties(element).filter((each) => each !== entry) }));
      else if (value && all)
        steps.push(step(element, all, { properties: [...listProperties(element), made(factory, 'zeebe:Property', { name, value }, all)] }));
      else if (value)
        addExtension(
          made(factory, 'zeebe:Properties', { properties: [factory.create('zeebe:Property', { name, value })] }, needExtensions()),
        );
    },
    /** Inputs that are not there yet, each with the variable of the same name. */
    inputs: (names: readonly string[]): void => {
      const mapping = findExtension(element, 'zeebe:IoMapping');
      const before = mapping?.get<Moddle[]>('inputParameters') ?? [];
      const lacking = names.filter((name) => !before.some((each) => each.get('target') === name));
      const inputs = lacking.map((name) => factory.create('zeebe:Input', { source: `=${name}`, target: name }));
      if (inputs.length === 0) return;
      if (mapping) steps.push(step(element, mapping, { inputParameters: [...before, ...inputs] }));
      else addExtension(made(factory, 'zeebe:IoMapping', { inputParameters: inputs }, needExtensions()));
    },
    of: (moddle: Moddle, properties: Record<string, unknown>): void => {
      steps.push(step(element, moddle, properties));
    },
    commit: (): void => {
      if (steps.length > 0) injector.get<CommandStack>('commandStack').execute('properties-panel.multi-command-executor', steps);
    },
  };
};
