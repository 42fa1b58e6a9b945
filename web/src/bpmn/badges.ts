import { ground, signs } from './colours.ts';
import type { Box } from './fit-box.ts';

/** A small sign at a step: how many stand there, where a case is now, what went wrong, how much people have to say about it. */
export type Badge = { elementId: string; kind: keyof typeof signs; text: string };

const height = 22;

/** A shape with the place of its label, which events and gateways carry outside. */
export type Place = Box & { label?: Box };

const middle = ({ y, height: tall }: Box): number => y + tall / 2;

/** Tasks carry it on their lower edge, left for what stands there, right for faults; at events and gateways it keeps clear of the label. */
const positionOf = ({ kind }: Badge, place: Place): { left?: number; right?: number; top?: number; bottom?: number } => {
  const { width, height: tall, label } = place;
  // Stands on the upper edge (see diagram.css), so that the step's words stay readable however small the drawing is.
  if (kind === 'heat') return label && middle(label) < middle(place) ? { top: tall + height, left: 6 } : { top: 4, left: 6 };
  if (width < 60 || tall < 60) {
    const upright = label && middle(label) < middle(place) ? { bottom: 6 } : { top: -height + 6 };
    return kind === 'incident' ? { ...upright, left: -18 } : { ...upright, right: 14 };
  }
  if (kind === 'note') return { top: -height / 2, left: -8 };
  if (kind === 'times') return { top: -height / 2, right: 26 };
  return kind === 'incident' ? { bottom: height / 2, right: 34 } : { bottom: height / 2, left: -8 };
};

/** For the overlays of the canvas. An element, not markup: the page allows no inline style. */
export const drawBadge = (badge: Badge, shape: Place): { position: object; html: HTMLElement } => {
  const html = document.createElement('span');
  html.className = `lotse-badge lotse-badge--${badge.kind}`;
  html.textContent = badge.text;
  return { position: positionOf(badge, shape), html };
};

const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same sign for an exported picture, in diagram units. */
export const badgesAsSvg = (badge: Badge, shape: Place): string => {
  const width = 14 + badge.text.length * 8;
  const { left, right, top, bottom } = positionOf(badge, shape);
  const x = shape.x + (left ?? shape.width - (right ?? 0));
  const y = shape.y + (top ?? shape.height - (bottom ?? 0)) - (badge.kind === 'heat' ? height : 0);
  return (
    `<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="11" fill="${signs[badge.kind]}" stroke="${ground}" stroke-width="2"/>` +
    `<text x="${x + width / 2}" y="${y + 15.5}" text-anchor="middle" font-family="sans-serif" font-size="13" font-weight="600" fill="${ground}">${plain(badge.text)}</text></g>`
  );
};
