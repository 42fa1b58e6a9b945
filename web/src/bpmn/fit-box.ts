export type Size = { width: number; height: number };
export type Box = Size & { x: number; y: number };

/** Free space around the drawing in pixels; the lower edge stays clear for the bpmn.io mark. */
const inset = { left: 28, right: 28, top: 32, bottom: 48 };
const most = 1;

/** How tall a canvas of this width should be to show the drawing: most processes are long and flat. Pixels. */
export const tallEnough = (drawing: Size, width: number, least: number): number => {
  const zoom = Math.max(Math.min((width - inset.left - inset.right) / drawing.width, most), least);
  return Math.round(drawing.height * zoom + inset.top + inset.bottom);
};

/**
 * The part of a drawing to show in a canvas: all of it, centred, if that is readable (`least` zoom); else at that zoom, from its left edge, or around `focus`
 * where something is going on. Diagram units; the zoom is canvas width by box width.
 */
export const fitBox = (drawing: Box, canvas: Size, least: number, focus?: Box): Box => {
  const room = { width: canvas.width - inset.left - inset.right, height: canvas.height - inset.top - inset.bottom };
  const whole = Math.min(room.width / drawing.width, room.height / drawing.height, most);
  const zoom = Math.max(whole, Math.min(least, most));
  const box = { width: canvas.width / zoom, height: canvas.height / zoom };
  const place = (axis: 'x' | 'y'): number => {
    const [size, before, after] =
      axis === 'x' ? (['width', inset.left, inset.right] as const) : (['height', inset.top, inset.bottom] as const);
    const free = room[size] / zoom;
    const start = drawing[axis] - before / zoom;
    if (drawing[size] <= free) return start - (free - drawing[size]) / 2;
    const last = drawing[axis] + drawing[size] + after / zoom - box[size];
    const wanted = focus ? focus[axis] + focus[size] / 2 - box[size] / 2 : start;
    return Math.min(Math.max(wanted, start), last);
  };
  return { x: place('x'), y: place('y'), ...box };
};

/** The zoom at which all of a part can be seen, between `least` and `readable`. */
export const zoomFor = (part: Size, canvas: Size, least: number, readable: number): number => {
  const room = { width: canvas.width - inset.left - inset.right, height: canvas.height - inset.top - inset.bottom };
  return Math.min(readable, Math.max(least, Math.min(room.width / Math.max(part.width, 1), room.height / Math.max(part.height, 1))));
};

/** What of a drawing lies beyond the canvas; a few pixels of a line's end are not worth a word. */
export const outside = (drawing: Box, view: Box): { left: boolean; right: boolean } => {
  const slack = view.width * 0.01;
  return { left: drawing.x < view.x - slack, right: drawing.x + drawing.width > view.x + view.width + slack };
};
