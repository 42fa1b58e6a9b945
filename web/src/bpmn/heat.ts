import { ramp } from './colours.ts';
import type { Box } from './fit-box.ts';

/** How hot a step is drawn: 0 (hardly) to 1. */
export type HeatSpot = { elementId: string; strength: number };

const SVG = 'http://www.w3.org/2000/svg';

/** A neighbour's spot begins where this one ends: never wider, in diagram units. */
const MOST = 50;
const LEAST = 38;

export const heatColour = (strength: number): string => {
  const place = Math.min(Math.max(strength, 0), 1) * (ramp.length - 1);
  const [low, high] = [ramp[Math.floor(place)], ramp[Math.ceil(place)]];
  const part = place - Math.floor(place);
  return `rgb(${[0, 1, 2].map((index) => Math.round((low?.[index] ?? 0) + part * ((high?.[index] ?? 0) - (low?.[index] ?? 0)))).join(',')})`;
};

const make = (name: string, attributes: Record<string, string | number>): SVGElement => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

/** Soft spots into a layer below the drawing; what was there before goes. */
export const drawHeat = (layer: SVGElement, spots: readonly HeatSpot[], boxOf: (elementId: string) => Box | undefined): void => {
  const defs = make('defs', {});
  const drawn = spots.flatMap(({ elementId, strength }, index) => {
    const box = boxOf(elementId);
    if (!box) return [];
    const id = `lotse-heat-${index}`;
    const gradient = make('radialGradient', { id });
    const colour = heatColour(strength);
    for (const [offset, opacity] of [
      [0, 0.9],
      [0.55, 0.7],
      [1, 0],
    ] as const)
      gradient.append(make('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity }));
    defs.append(gradient);
    const radius = LEAST + (MOST - LEAST) * strength;
    const place = { cx: box.x + box.width / 2, cy: box.y + box.height / 2 };
    return [make('ellipse', { ...place, rx: radius, ry: radius * 0.9, fill: `url(#${id})`, 'data-heat': elementId })];
  });
  layer.replaceChildren(defs, ...drawn);
};
