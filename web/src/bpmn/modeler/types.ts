import type { Box } from '../fit-box.ts';

/** What of diagram-js and of the models behind the drawing is used here. */
export type Moddle = {
  $type: string;
  $parent?: Moddle;
  id?: string;
  name?: string;
  get: <Value>(name: string) => Value;
  $instanceOf?: (type: string) => boolean;
};
export type Element = Box & {
  id: string;
  type: string;
  businessObject: Moddle;
  parent?: Element;
  children?: Element[];
  labelTarget?: Element;
  waypoints?: unknown[];
  source?: Element;
  target?: Element;
  outgoing?: Element[];
};
export type Registry = {
  get: (id: string) => Element | undefined;
  getAll: () => Element[];
  filter: (keep: (element: Element) => boolean) => Element[];
  getGraphics: (element: Element) => SVGElement;
};
export type Canvas = {
  getRootElement: () => Element;
  getContainer: () => HTMLElement;
  viewbox: (box?: Box) => { inner: Box; outer: { width: number; height: number } };
  scrollToElement: (element: Element, padding?: number) => void;
  addMarker: (id: string, marker: string) => void;
  removeMarker: (id: string, marker: string) => void;
  zoom: (level?: number | 'fit-viewport', center?: 'auto') => number;
  resized: () => void;
  focus: () => void;
};
export type Selection = { get: () => Element[]; select: (element: Element | null) => void };
export type CommandStack = {
  undo: () => void;
  redo: () => void;
  canUndo: () => boolean;
  canRedo: () => boolean;
  execute: (command: string, context: unknown) => void;
};
export type Overlays = {
  add: (id: string, kind: string, badge: { position: object; html: HTMLElement; scale?: object }) => string;
  remove: (which: { type: string }) => void;
};
export type Modeling = {
  updateProperties: (element: Element, properties: Record<string, unknown>) => void;
  updateModdleProperties: (element: Element, moddle: Moddle, properties: Record<string, unknown>) => void;
};
export type BpmnFactory = { create: (type: string, properties?: Record<string, unknown>) => Moddle };
export type EventBus = {
  on: <Event>(name: string, listener: (event: Event) => void) => void;
  fire: (name: string, event?: object) => void;
};
export type Injector = { get: <Service>(name: string, strict?: boolean) => Service };
