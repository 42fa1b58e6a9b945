import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
import { ink } from './colours.ts';
import { type Box, fitBox, tallEnough, zoomFor } from './fit-box.ts';

export type MarkKind = 'added' | 'removed' | 'changed' | 'moved';
/** What has become of an element; the sign says it to those who do not see the colour. */
export type Mark = { elementId: string; kind: MarkKind; sign: string };
export type Side = 'before' | 'after';
type PerSide<Value> = Record<Side, Value>;

export type Comparison = {
  /** Opens where all that has changed is in sight at once, unless that would be too small to tell. */
  show: (xml: PerSide<string | null>, changed: readonly string[]) => Promise<void>;
  paint: (marks: PerSide<readonly Mark[]>, chosen: string | null) => void;
  /** Brings an element into sight in both. */
  look: (elementId: string) => void;
  /** Both drawings whole, however small. */
  showAll: () => void;
  zoom: (step: 1 | -1) => void;
  destroy: () => void;
};

type Shape = Box & { id: string; waypoints?: { x: number; y: number }[]; labelTarget?: Shape };
type Viewbox = Box & { inner: Box; outer: { width: number; height: number } };
type Canvas = {
  getRootElement: () => Shape;
  viewbox: (box?: Box) => Viewbox;
  resized: () => void;
  addMarker: (id: string, marker: string) => void;
  removeMarker: (id: string, marker: string) => void;
};
type Registry = { get: (id: string) => Shape | undefined };
type Overlays = { add: (id: string, badge: { position: object; html: HTMLElement }) => string; clear: () => void };
type ZoomScroll = { stepZoom: (step: number) => void };

const readable = 0.7;
/** Marks and their signs are seen down to here; labels no longer. */
const smallest = 0.3;
const whole = 0.05;
const least = 180;
const most = 0.5;
const font = '"Fira Sans", Arial, sans-serif';
const chosenMark = 'lotse-chosen';
const classOf = (kind: MarkKind): string => `lotse-mark-${kind}`;

const boxOf = ({ waypoints, x, y, width, height }: Shape): Box => {
  if (!waypoints) return { x, y, width, height };
  const [xs, ys] = [waypoints.map((each) => each.x), waypoints.map((each) => each.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
};

const signOf = ({ kind, sign }: Mark, shape: Shape): { position: object; html: HTMLElement } => {
  const html = document.createElement('span');
  html.className = `lotse-badge lotse-badge--${kind}`;
  html.textContent = sign;
  const middle = shape.waypoints?.[Math.floor((shape.waypoints.length - 1) / 2)];
  const box = boxOf(shape);
  return { position: middle ? { left: middle.x - box.x - 11, top: middle.y - box.y - 11 } : { top: -11, left: -8 }, html };
};

const createSide = (container: HTMLElement, label: string) => {
  const viewer = new NavigatedViewer({
    container,
    zoomScroll: { enabled: false },
    textRenderer: { defaultStyle: { fontFamily: font } },
    additionalModules: [{ keepSelectionVisible: ['value', null] }],
    bpmnRenderer: { defaultLabelColor: ink },
  });
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  let marked: { id: string; marker: string }[] = [];
  return {
    viewer,
    canvas,
    container,
    find: (id: string): Shape | undefined => registry.get(id),
    show: async (xml: string): Promise<void> => {
      await viewer.importXML(xml);
      const svg = container.querySelector('.djs-container svg');
      svg?.setAttribute('role', 'img');
      svg?.setAttribute('aria-label', label);
      container.querySelector('.djs-overlay-container')?.setAttribute('aria-hidden', 'true');
      marked = [];
    },
    paint: (marks: readonly Mark[], chosen: string | null, onSelect: (id: string) => void): void => {
      overlays.clear();
      for (const { id, marker } of marked) if (registry.get(id)) canvas.removeMarker(id, marker);
      marked = marks.map(({ elementId, kind }) => ({ id: elementId, marker: classOf(kind) }));
      if (chosen !== null) marked.push({ id: chosen, marker: chosenMark });
      marked = marked.filter(({ id }) => registry.get(id) && registry.get(id) !== canvas.getRootElement());
      for (const { id, marker } of marked) canvas.addMarker(id, marker);
      for (const mark of marks) {
        const shape = registry.get(mark.elementId);
        if (!shape || shape === canvas.getRootElement()) continue;
        const drawn = signOf(mark, shape);
        drawn.html.addEventListener('click', () => onSelect(mark.elementId));
        overlays.add(mark.elementId, drawn);
      }
    },
  };
};

/** The smallest box around both drawings: seen through it, the same place lies at the same spot on both sides. */
const around = (boxes: readonly Box[]): Box => {
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  return {
    x: left,
    y: top,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - left,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - top,
  };
};

type Options = {
  containers: PerSide<HTMLElement>;
  labels: PerSide<string>;
  onSelect: (elementId: string | null) => void;
  /** The drawings are so long that they had better stand one above the other. */
  onLong: () => void;
};

/** Two read-only canvases that always show the same part of their drawings. A side without a file stays empty. */
export const createComparison = ({ containers, labels, onSelect, onLong }: Options): Comparison => {
  const sides = { before: createSide(containers.before, labels.before), after: createSide(containers.after, labels.after) };
  const both = [sides.before, sides.after] as const;
  const shown = new Set<Side>();
  const full = (): (typeof both)[number][] => (['before', 'after'] as const).filter((side) => shown.has(side)).map((side) => sides[side]);
  let following = false;
  let moved = false;
  let changed: readonly string[] = [];
  let all = false;

  /** A canvas that is folded away has no size; a part of a drawing put into it has none either, and its matrix cannot be computed. */
  const hasSize = ({ canvas }: (typeof both)[number]): boolean => {
    const { outer } = canvas.viewbox();
    return outer.width > 0 && outer.height > 0;
  };
  const findAnywhere = (id: string): Shape | undefined => full().flatMap(({ find }) => find(id) ?? [])[0];
  const showBox = (box: Box): void => {
    following = true;
    for (const { canvas } of full().filter(hasSize)) canvas.viewbox(box);
    following = false;
  };
  const fitBoth = (): void => {
    const views = full().map(({ canvas }) => canvas.viewbox());
    const outer = views[0]?.outer;
    if (!outer || outer.width === 0 || outer.height === 0) return;
    const inner = around(views.map((view) => view.inner));
    if (inner.width * readable > outer.width) onLong();
    const tall = Math.max(least, Math.min(tallEnough(inner, outer.width, all ? whole : readable), innerHeight * most));
    for (const { container, canvas } of both) {
      container.style.height = `${tall}px`;
      canvas.resized();
    }
    const size = { width: outer.width, height: tall };
    const places = changed
      .flatMap((id) => full().flatMap(({ find, canvas }) => (id === canvas.getRootElement().id ? [] : (find(id) ?? []))))
      .map(boxOf);
    if (all || places.length === 0) showBox(fitBox(inner, size, all ? whole : readable));
    else {
      const part = around(places);
      const zoom = zoomFor(part, size, smallest, readable);
      const fits = part.width * zoom <= size.width;
      showBox(fitBox(inner, size, zoom, fits ? part : places.toSorted((a, b) => a.x - b.x)[0]));
    }
    moved = false;
  };
  const look = (elementId: string): void => {
    const found = findAnywhere(elementId);
    const view = full()[0]?.canvas.viewbox();
    if (!found || !view || view.outer.width === 0) return;
    const inner = around(full().map(({ canvas }) => canvas.viewbox().inner));
    showBox(fitBox(inner, view.outer, Math.max(readable, Math.min(view.outer.width / view.width, 1)), boxOf(found)));
    moved = true;
  };

  for (const side of both) {
    const { viewer, canvas } = side;
    viewer.on('canvas.viewbox.changed', () => {
      if (following || !hasSize(side)) return;
      moved = true;
      const { x, y, width, height } = canvas.viewbox();
      following = true;
      for (const other of full().filter(hasSize)) if (other.canvas !== canvas) other.canvas.viewbox({ x, y, width, height });
      following = false;
    });
    viewer.on('element.click', ({ element }: { element: Shape }) =>
      onSelect(element === canvas.getRootElement() ? null : (element.labelTarget ?? element).id),
    );
  }
  const observer = new ResizeObserver(() => {
    for (const { canvas } of both) canvas.resized();
    if (!moved) fitBoth();
  });
  for (const { container } of both) observer.observe(container);

  return {
    show: async (xml, ids) => {
      await document.fonts.load(`12px ${font}`).catch(() => undefined);
      for (const side of ['before', 'after'] as const) {
        const text = xml[side];
        if (text === null) continue;
        await sides[side].show(text);
        shown.add(side);
      }
      changed = ids;
      fitBoth();
    },
    paint: (marks, chosen) => {
      for (const side of shown) sides[side].paint(marks[side], chosen, onSelect);
    },
    look,
    showAll: () => {
      all = true;
      fitBoth();
    },
    zoom: (step) => full()[0]?.viewer.get<ZoomScroll>('zoomScroll').stepZoom(step),
    destroy: () => {
      observer.disconnect();
      for (const { viewer } of both) viewer.destroy();
    },
  };
};
