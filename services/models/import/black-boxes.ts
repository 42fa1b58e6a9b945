import type { Notes } from './notes.ts';
import { isStep, participantsOf, refersTo, titleOf } from './which-process.ts';
import { childrenOf, walkNodes, type XmlNode } from './xml-node.ts';

type Point = { x: number; y: number };
type Box = Point & { width: number; height: number };

const pointOf = ({ attributes }: XmlNode): Point => ({ x: Number(attributes.x), y: Number(attributes.y) });
const isIn = ({ x, y }: Point, box: Box): boolean => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** Where the line from a point outside to one inside meets the border. */
const meet = (out: Point, into: Point, box: Box): Point => {
  const shares = [
    [out.x, into.x, box.x],
    [out.x, into.x, box.x + box.width],
    [out.y, into.y, box.y],
    [out.y, into.y, box.y + box.height],
  ].flatMap(([from = 0, to = 0, at = 0]) => (from === to ? [] : [(at - from) / (to - from)]));
  const at = (share: number): Point => ({ x: out.x + (into.x - out.x) * share, y: out.y + (into.y - out.y) * share });
  const onBorder = ({ x, y }: Point): boolean =>
    x >= box.x - 0.01 && x <= box.x + box.width + 0.01 && y >= box.y - 0.01 && y <= box.y + box.height + 0.01;
  const first = shares
    .filter((share) => share >= 0 && share <= 1)
    .toSorted((a, b) => a - b)
    .find((share) => onBorder(at(share)));
  return at(first ?? 1);
};

/** A line that ended at a step inside a pool ends at the pool's border. `points` run towards the pool. */
const trim = (points: readonly XmlNode[], box: Box): XmlNode[] => {
  const [start] = points;
  const inside = points.findIndex((each) => isIn(pointOf(each), box));
  const last = points[inside];
  const before = points[inside - 1];
  if (!start || !last || !before) return [...points];
  const { x, y } = meet(pointOf(before), pointOf(last), box);
  return [...points.slice(0, inside), { ...last, attributes: { x: String(Math.round(x)), y: String(Math.round(y)) } }];
};

const localOf = (reference: string): string => reference.slice(reference.indexOf(':') + 1);

/** Shapes and lines of the file by what they show. */
const drawnOf = (definitions: XmlNode): Map<string, XmlNode[]> =>
  Map.groupBy(
    [...walkNodes(definitions)].filter(({ name, attributes }) => /^bpmndi:BPMN(?:Shape|Edge)$/.test(name) && attributes.bpmnElement),
    ({ attributes }) => localOf(attributes.bpmnElement ?? ''),
  );

const redraw = (
  drawn: ReadonlyMap<string, XmlNode[]>,
  flow: XmlNode,
  moved: { from: string | undefined; to: string | undefined },
): void => {
  const boxOf = (pool: string | undefined): Box | undefined => {
    const [bounds] = (drawn.get(pool ?? '') ?? []).flatMap((shape) => childrenOf(shape, 'dc:Bounds'));
    return bounds && { ...pointOf(bounds), width: Number(bounds.attributes.width), height: Number(bounds.attributes.height) };
  };
  const [into, out] = [boxOf(moved.to), boxOf(moved.from)];
  for (const edge of drawn.get(flow.attributes.id ?? '') ?? []) {
    let points = childrenOf(edge, 'di:waypoint');
    if (into) points = trim(points, into);
    if (out) points = trim(points.toReversed(), out).toReversed();
    edge.children = [...points, ...edge.children.filter(({ name }) => name !== 'di:waypoint')];
  }
};

/**
 * Leaves one process in the file. Who else takes part stays in the picture as a pool without an inside; what ran between steps of theirs and ours runs
 * between their pool and our step.
 */
export const closeOthers = (definitions: XmlNode, ours: XmlNode, notes: Notes): void => {
  const participants = participantsOf(definitions);
  const others = childrenOf(definitions, 'bpmn:process').filter((each) => each !== ours);
  const withoutPool = others.filter(
    (each) => each.children.some(isStep) && !participants.some(({ attributes }) => refersTo(attributes.processRef, each.attributes.id)),
  );
  const poolOf = new Map<string, string>();
  for (const process of others) {
    const pool = participants.find(({ attributes }) => refersTo(attributes.processRef, process.attributes.id))?.attributes.id;
    for (const { attributes } of walkNodes(process)) if (pool && attributes.id) poolOf.set(attributes.id, pool);
  }
  const drawn = drawnOf(definitions);
  const moved = (reference: string | undefined): string | undefined =>
    reference === undefined ? undefined : (poolOf.get(reference) ?? poolOf.get(localOf(reference)));
  for (const collaboration of childrenOf(definitions, 'bpmn:collaboration')) {
    for (const flow of collaboration.children.filter(({ name }) => name === 'bpmn:messageFlow' || name === 'bpmn:association')) {
      const from = moved(flow.attributes.sourceRef);
      const to = moved(flow.attributes.targetRef);
      if (from) flow.attributes.sourceRef = from;
      if (to) flow.attributes.targetRef = to;
      if (from || to) redraw(drawn, flow, { from, to });
    }
    // Within one pool nothing is sent.
    collaboration.children = collaboration.children.filter(
      ({ name, attributes }) => name !== 'bpmn:messageFlow' || attributes.sourceRef !== attributes.targetRef,
    );
  }
  for (const { attributes } of participants) if (!refersTo(attributes.processRef, ours.attributes.id)) delete attributes.processRef;
  definitions.children = definitions.children.filter((each) => !others.includes(each));
  if (withoutPool.length > 0) {
    const names = withoutPool.map((each) => `„${titleOf(each, []) || each.attributes.id}“`).join(', ');
    notes.say(`Weitere Abläufe der Datei (${names}) sind weggelassen. Hier ist eine Datei ein Ablauf.`);
  }
};
