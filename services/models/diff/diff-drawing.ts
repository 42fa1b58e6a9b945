import { walk, type XmlElement } from '../../reading/index.ts';
import { attributesOf, nameOf, textOf } from './read-facets.ts';

const draw = (element: XmlElement): string => {
  const attributes = attributesOf(element)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return [nameOf(element), ...attributes, textOf(element), ...element.children.map(draw)].join('\u0001');
};

/** What is drawn for which element; all else about the picture stands under the empty id. */
const readDrawing = (roots: readonly XmlElement[], reference: string): Map<string, string> => {
  const drawn = new Map<string, string>();
  const rest: string[] = [];
  for (const root of roots) {
    for (const element of walk(root)) {
      const of = element.attributes[reference];
      if (of === undefined) continue;
      drawn.set(of, [drawn.get(of) ?? '', /Plane$|Diagram$/.test(element.name) ? '' : draw(element)].join('\u0002'));
    }
    for (const element of walk(root))
      if (/Plane$|Diagram$|DMNDI$/.test(element.name))
        rest.push(
          attributesOf(element)
            .map((each) => each.join('='))
            .sort()
            .join(' '),
        );
  }
  drawn.set('', rest.join('\u0002'));
  return drawn;
};

/** Ids of elements that are drawn otherwise than before; empty: the picture as a whole. */
export const diffDrawing = (before: readonly XmlElement[], after: readonly XmlElement[], reference: string): string[] => {
  const [old, now] = [readDrawing(before, reference), readDrawing(after, reference)];
  const moved = [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id));
  if (moved.length > 0) return moved;
  const whole = (roots: readonly XmlElement[]): string => roots.map(draw).join('\u0002').split('\u0001').sort().join('\u0001');
  return whole(before) === whole(after) ? [] : [''];
};
