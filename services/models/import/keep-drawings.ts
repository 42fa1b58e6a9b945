import { Invalid } from '../../platform/errors.ts';
import type { Notes } from './notes.ts';
import { isStep, participantsOf, refersTo } from './which-process.ts';
import { childrenOf, walkNodes, type XmlNode } from './xml-node.ts';

const planeOf = (drawing: XmlNode): XmlNode | undefined => childrenOf(drawing, 'bpmndi:BPMNPlane')[0];

const shownIn = (drawing: XmlNode): string[] => {
  const plane = planeOf(drawing);
  return (plane ? childrenOf(plane, 'bpmndi:BPMNShape', 'bpmndi:BPMNEdge') : []).flatMap(({ attributes }) => attributes.bpmnElement ?? []);
};

const idsOf = (nodes: readonly XmlNode[]): Set<string> => new Set(nodes.flatMap(({ attributes }) => attributes.id ?? []));

/**
 * The collaboration the drawing shows our pool or our partners in, without those nobody sees. Undefined: none of them is drawn, and such a collaboration
 * would keep the process from being shown.
 */
const keepCollaboration = (definitions: XmlNode, process: XmlNode, shown: ReadonlySet<string>, notes: Notes): XmlNode | undefined => {
  const isShown = ({ attributes }: XmlNode): boolean => shown.has(attributes.id ?? '');
  const isOurs = ({ attributes }: XmlNode): boolean => refersTo(attributes.processRef, process.attributes.id);
  const all = childrenOf(definitions, 'bpmn:collaboration');
  const drawn = all.filter((each) => childrenOf(each, 'bpmn:participant').some(isShown));
  const kept = drawn.find((each) => childrenOf(each, 'bpmn:participant').some(isOurs)) ?? drawn[0];
  definitions.children = definitions.children.filter((each) => each.name !== 'bpmn:collaboration' || each === kept);
  if (!kept) return undefined;
  const unseen = childrenOf(kept, 'bpmn:participant').filter((each) => !isShown(each) && !isOurs(each));
  for (const { attributes } of unseen) notes.count('Beteiligte, die nicht gezeichnet sind, sind weggelassen', attributes.name);
  kept.children = kept.children.filter((each) => !unseen.includes(each));
  const partners = childrenOf(kept, 'bpmn:participant').filter((each) => !isOurs(each));
  if (partners.length > 0) {
    const names = partners.map(({ attributes }) => `„${attributes.name?.replace(/\s+/g, ' ') || attributes.id}“`).join(', ');
    notes.say(`Die anderen Beteiligten (${names}) sind nur gezeichnet; was zwischen ihnen und uns läuft, braucht Nachrichten.`);
  }
  return kept;
};

/**
 * The picture of the process or of its partners, and one for each closed subprocess whose inside is drawn on a sheet of its own. Any other would be a
 * picture of something else.
 */
export const keepDrawings = (definitions: XmlNode, process: XmlNode, notes: Notes): void => {
  const drawings = childrenOf(definitions, 'bpmndi:BPMNDiagram');
  const nodes = [...walkNodes(process)];
  const steps = idsOf(nodes.filter(isStep));
  const scopes = idsOf(nodes.filter(({ name }) => /^bpmn:(?:.*[sS]ubProcess|transaction)$/.test(name)));
  const pools = idsOf(participantsOf(definitions));
  const scopeOf = (drawing: XmlNode): string => planeOf(drawing)?.attributes.bpmnElement ?? '';
  const worth = (drawing: XmlNode): number => {
    const shown = shownIn(drawing);
    // Where steps are shown in two drawings, the one with the partners says more.
    return shown.filter((id) => steps.has(id)).length + (shown.some((id) => pools.has(id)) ? 0.5 : 0);
  };
  const [main] = drawings.filter((each) => !scopes.has(scopeOf(each))).toSorted((a, b) => worth(b) - worth(a));
  const plane = main && planeOf(main);
  if (!main || !plane || worth(main) < 1)
    throw new Invalid('Die Datei enthält keine Zeichnung, nur den Ablauf. Bitte im anderen Werkzeug mit Diagramm speichern.');
  const shown = new Set(shownIn(main));
  const kept = [main];
  for (const drawing of drawings) {
    if (!scopes.has(scopeOf(drawing))) continue;
    const here = shownIn(drawing);
    // What is drawn already stands open in its place.
    if (here.some((id) => shown.has(id)) || kept.some((each) => scopeOf(each) === scopeOf(drawing))) continue;
    for (const id of here) shown.add(id);
    kept.push(drawing);
  }
  if (kept.length < drawings.length)
    notes.say('Die Datei enthielt noch andere Zeichnungen; die des Prozesses und seiner Teilprozesse sind geblieben.');
  plane.attributes.bpmnElement = (keepCollaboration(definitions, process, shown, notes) ?? process).attributes.id ?? '';
  definitions.children = [...definitions.children.filter(({ name }) => name !== 'bpmndi:BPMNDiagram'), ...kept];
};
