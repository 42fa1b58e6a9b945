// What Lotse uses of the modeler and its parts; most of them bring no types.
declare module 'bpmn-js/lib/Modeler.js' {
  export default class Modeler {
    constructor(options: Record<string, unknown>);
    importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
    saveXML(options?: { format?: boolean }): Promise<{ xml?: string }>;
    saveSVG(): Promise<{ svg: string }>;
    get<Service>(name: string): Service;
    on<Event>(name: string, listener: (event: Event) => void): void;
    destroy(): void;
  }
}
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: object;
  export const BpmnPropertiesProviderModule: object;
  export const ZeebePropertiesProviderModule: object;
  export const useService: <Service>(name: string) => Service;
}
declare module '@bpmn-io/properties-panel' {
  import type { ComponentType } from 'preact';
  export const SelectEntry: ComponentType<Record<string, unknown>>;
  export const TextFieldEntry: ComponentType<Record<string, unknown>>;
  export const Group: ComponentType<Record<string, unknown>>;
  export const isSelectEntryEdited: (node: unknown) => boolean;
  export const isTextFieldEntryEdited: (node: unknown) => boolean;
}
declare module '@bpmn-io/properties-panel/preact' {
  export { h } from 'preact';
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: object;
  export const CreateAppendElementTemplatesModule: object;
}
declare module 'bpmn-js-element-templates' {
  export const CloudElementTemplatesPropertiesProviderModule: object;
}
declare module 'bpmn-js-token-simulation' {
  const module: object;
  export default module;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud/index.js' {
  const module: object;
  export default module;
}
declare module 'bpmn-js/lib/features/color/index.js' {
  const module: object;
  export default module;
}
