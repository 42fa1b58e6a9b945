// What Lotse uses of the viewer. Its own types are written for another module system than ours.
declare module 'bpmn-js/lib/NavigatedViewer.js' {
  export default class NavigatedViewer {
    constructor(options: Record<string, unknown>);
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveSVG(): Promise<{ svg: string }>;
    get<Service>(name: string): Service;
    on<Event>(name: string, listener: (event: Event) => void): void;
    destroy(): void;
  }
}
