import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
import { type Badge, badgesAsSvg, drawBadge } from './badges.ts';
import { ground, ink, type Paint, paints, rest, type StepState } from './colours.ts';
import { type Box, fitBox, outside, tallEnough } from './fit-box.ts';
import { drawHeat, type HeatSpot } from './heat.ts';

export type Picture = {
  /** State of each step; what is not named has not been reached. Undefined: a model without a case, in its own colours. */
  states?: ReadonlyMap<string, StepState>;
  taken?: ReadonlySet<string>;
  badges: readonly Badge[];
  /** Spots behind the steps; the steps are see-through as long as there are any. */
  heat?: readonly HeatSpot[] | undefined;
  selected: string | null;
};

export type Diagram = {
  show: (xml: string) => Promise<void>;
  paint: (picture: Picture) => void;
  /** The whole drawing if it can be read; else its beginning, or around where something is going on. */
  fit: (focus?: string) => void;
  /** All of it, however small. */
  showAll: () => void;
  /** Most of a canvas further to the left or right. */
  pan: (direction: 1 | -1) => void;
  zoom: (step: 1 | -1) => void;
  exportSvg: () => Promise<string>;
  destroy: () => void;
};

export type DiagramOptions = {
  container: HTMLElement;
  /** Said by screen readers for the canvas, which is one stop of the keyboard. */
  label: string;
  onSelect: (elementId: string | null) => void;
  onOpen: (elementId: string) => void;
  /** What lies beyond the edges of the canvas, whenever that changes. */
  onView: (beyond: { left: boolean; right: boolean }) => void;
};

type Shape = Box & { id: string; type: string; waypoints?: unknown[]; di?: Di; labelTarget?: Shape; label?: Shape };
type Di = { set: (name: string, value: string | undefined) => void };
type Registry = {
  get: (id: string) => Shape | undefined;
  filter: (keep: (element: Shape) => boolean) => Shape[];
  getGraphics: (element: Shape) => SVGElement;
};
type Canvas = {
  getRootElement: () => Shape;
  viewbox: (box?: Box) => Box & { inner: Box; outer: { width: number; height: number } };
  resized: () => void;
  getLayer: (name: string, index: number) => SVGElement;
  addMarker: (id: string, marker: string) => void;
  removeMarker: (id: string, marker: string) => void;
};
type ZoomScroll = { stepZoom: (step: number, position?: { x: number; y: number }) => void };
type Overlays = { add: (id: string, badge: { position: object; html: HTMLElement; scale: object }) => string; clear: () => void };
type GraphicsFactory = { update: (kind: 'shape' | 'connection', element: Shape, graphics: SVGElement) => void };

/** Below this a label can no longer be read. */
const readable = 0.75;
const whole = 0.05;
const least = 200;
const font = '"Fira Sans", Arial, sans-serif';
const chosen = 'lotse-chosen';

/** A read-only BPMN canvas: colours, badges, selection. The wheel scrolls the page; with Ctrl it zooms, as + - 0 do while the canvas has the focus. */
export const createDiagram = ({ container, label, onSelect, onOpen, onView }: DiagramOptions): Diagram => {
  const viewer = new NavigatedViewer({
    container,
    zoomScroll: { enabled: false },
    textRenderer: { defaultStyle: { fontFamily: font } },
    // Where one looks is the person's own choice, and `fit`'s.
    additionalModules: [{ keepSelectionVisible: ['value', null] }],
    bpmnRenderer: { defaultLabelColor: ink },
  });
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  const graphics = viewer.get<GraphicsFactory>('graphicsFactory');
  const zoomScroll = viewer.get<ZoomScroll>('zoomScroll');
  let badges: readonly Badge[] = [];
  let again = (): void => undefined;
  let moved = false;
  let marked: string | null = null;

  const fitAll = (around?: string, smallest = readable): void => {
    again = () => fitAll(around, smallest);
    const { inner, outer } = canvas.viewbox();
    if (outer.width === 0 || outer.height === 0 || inner.width === 0) return;
    const tall = Math.max(least, Math.min(tallEnough(inner, outer.width, smallest), innerHeight * 0.62));
    if (Math.abs(tall - outer.height) > 2) {
      container.style.height = `${tall}px`;
      canvas.resized();
    }
    const place = around === undefined ? undefined : registry.get(around);
    canvas.viewbox(fitBox(inner, { width: outer.width, height: tall }, smallest, place));
    moved = false;
  };

  const observer = new ResizeObserver(() => {
    canvas.resized();
    if (!moved) again();
  });
  observer.observe(container);

  viewer.on('canvas.viewbox.changing', () => {
    moved = true;
  });
  viewer.on('canvas.viewbox.changed', () => {
    const view = canvas.viewbox();
    onView(outside(view.inner, view));
  });
  viewer.on('element.click', ({ element }: { element: Shape }) => {
    onSelect(element === canvas.getRootElement() ? null : (element.labelTarget ?? element).id);
  });
  viewer.on('element.dblclick', ({ element }: { element: Shape }) => onOpen((element.labelTarget ?? element).id));

  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const place = container.getBoundingClientRect();
    zoomScroll.stepZoom(event.deltaY < 0 ? 0.5 : -0.5, { x: event.clientX - place.left, y: event.clientY - place.top });
  };
  container.addEventListener('wheel', onWheel, { passive: false });

  const keys: Record<string, () => void> = {
    '+': () => zoomScroll.stepZoom(1),
    '=': () => zoomScroll.stepZoom(1),
    '-': () => zoomScroll.stepZoom(-1),
    '0': () => fitAll(undefined, whole),
  };
  const onKey = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  container.addEventListener('keydown', onKey);

  const colour = (element: Shape, { stroke, fill }: Paint): void => {
    if (!element.di || element.labelTarget) return;
    element.di.set('color:border-color', stroke);
    if (!element.waypoints) element.di.set('color:background-color', fill);
    graphics.update(element.waypoints ? 'connection' : 'shape', element, registry.getGraphics(element));
  };

  const colourAll = (states: ReadonlyMap<string, StepState>, taken: ReadonlySet<string>): void => {
    for (const element of registry.filter((each) => each !== canvas.getRootElement())) {
      const state = states.get(element.id);
      if (element.waypoints) colour(element, taken.has(element.id) ? { ...paints.completed } : rest);
      // A scope is painted around its steps: filled, it would hide which of them it is about.
      else colour(element, { ...(state ? paints[state] : rest), ...(element.type === 'bpmn:SubProcess' ? { fill: ground } : {}) });
    }
  };

  return {
    show: async (xml) => {
      // Labels are measured once, as they are drawn: with the wrong font they would stand beside their boxes.
      await document.fonts.load(`12px ${font}`).catch(() => undefined);
      await viewer.importXML(xml);
      const svg = container.querySelector('.djs-container > svg, .djs-container svg');
      svg?.setAttribute('role', 'img');
      svg?.setAttribute('aria-label', label);
      container.querySelector('.djs-overlay-container')?.setAttribute('aria-hidden', 'true');
      canvas.resized();
    },
    paint: ({ states, taken, badges: wanted, heat, selected }) => {
      if (states) colourAll(states, taken ?? new Set());
      drawHeat(canvas.getLayer('lotse-heat', -1), heat ?? [], (id) => registry.get(id));
      container.classList.toggle('diagram__canvas--heat', heat !== undefined);
      overlays.clear();
      badges = wanted.filter((badge) => registry.get(badge.elementId));
      for (const badge of badges) {
        const shape = registry.get(badge.elementId);
        if (!shape) continue;
        const drawn = drawBadge(badge, shape);
        // It lies over the step and would swallow the clicks that are meant for it.
        drawn.html.addEventListener('click', () => onSelect(badge.elementId));
        drawn.html.addEventListener('dblclick', () => onOpen(badge.elementId));
        overlays.add(badge.elementId, { ...drawn, scale: { min: 0.85, max: 1.1 } });
      }
      if (marked !== null && registry.get(marked)) canvas.removeMarker(marked, chosen);
      marked = selected !== null && registry.get(selected) ? selected : null;
      if (marked !== null) canvas.addMarker(marked, chosen);
    },
    fit: (around) => fitAll(around),
    showAll: () => fitAll(undefined, whole),
    pan: (direction) => {
      const { x, y, width, height } = canvas.viewbox();
      canvas.viewbox({ x: x + direction * width * 0.8, y, width, height });
    },
    zoom: (step) => zoomScroll.stepZoom(step),
    exportSvg: async () => {
      const { svg } = await viewer.saveSVG();
      const drawn = badges.flatMap((badge) => {
        const shape = registry.get(badge.elementId);
        return shape ? badgesAsSvg(badge, shape) : [];
      });
      return svg.replace(/<\/svg>\s*$/, `${drawn.join('')}</svg>`);
    },
    destroy: () => {
      observer.disconnect();
      container.removeEventListener('wheel', onWheel);
      container.removeEventListener('keydown', onKey);
      viewer.destroy();
    },
  };
};
