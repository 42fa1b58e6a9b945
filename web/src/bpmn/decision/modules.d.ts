// What Lotse uses of the decision editor; it brings no types.
declare module 'dmn-js/lib/Modeler.js' {
  export default class DmnModeler {
    constructor(options: Record<string, unknown>);
    importXML(xml: string, options?: { open?: boolean }): Promise<{ warnings: { message: string }[] }>;
    saveXML(options?: { format?: boolean }): Promise<{ xml: string }>;
    open(view: unknown): Promise<unknown>;
    getViews(): { id: string; name: string; type: string; element: { id: string; name?: string } }[];
    getActiveView(): { id: string; type: string; element: { id: string } } | undefined;
    getActiveViewer():
      | { get: <Service>(name: string, strict?: boolean) => Service; on: (event: string, listener: () => void) => void }
      | undefined;
    on<Event>(name: string, listener: (event: Event) => void): void;
    destroy(): void;
  }
}
