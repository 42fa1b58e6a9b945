// What Lotse uses of the form editor. Its own types ask for a DOM library we do not load.
declare module '@bpmn-io/form-js-editor' {
  export class FormEditor {
    constructor(options: Record<string, unknown>);
    importSchema(schema: object): Promise<{ warnings: { message: string }[] }>;
    saveSchema(): object;
    attachTo(parent: HTMLElement): void;
    get<Service>(name: string, strict?: boolean): Service;
    on<Event>(name: string, listener: (event: Event) => void): void;
    destroy(): void;
  }
}
