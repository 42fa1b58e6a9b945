import { type Purpose, purposeNames, purposes } from '../../../office/index.ts';
import type { FlowNode } from '../../../reading/index.ts';
import type { Analysed } from './flow-of-values.ts';
import type { FlowFile } from './live-set.ts';
import { inQuotes, nearest, type Place, type Report } from './report.ts';
import { calledBy, type World } from './world.ts';

const placesOf = (world: World, name: Purpose): Place[] =>
  world.set.flows.flatMap(({ path, flow }) =>
    flow.nodes.filter(({ properties }) => properties.aufgabe === name).map(({ id }) => ({ path, elementId: id })),
  );

/** Steps the program asks for by what they are for (services/office/purposes.ts). */
const checkStands = (world: World, report: Report): void => {
  for (const name of purposeNames) {
    const { label, stands, otherwise } = purposes[name];
    const places = placesOf(world, name);
    const step = `Ein Schritt mit „aufgabe = ${name}“ (${label})`;
    if (places.length === 0)
      report({ path: '', elementId: '' }, 'purpose-missing', `${step} muss in einem Ablauf stehen, denn sonst ${otherwise}.`);
    if (stands === 'once' && places.length > 1)
      for (const place of places)
        report(place, 'purpose-doubled', `${step} steht ${places.length}-mal; das Programm nimmt ihn für den einen.`);
  }
};

const yes = ['verfasst'] as const;

const checkProperties = (world: World, report: Report): void => {
  for (const { path, flow } of world.set.flows)
    for (const { id, properties } of flow.nodes) {
      const { aufgabe } = properties;
      if (aufgabe !== undefined && !purposeNames.some((name) => name === aufgabe))
        report(
          { path, elementId: id },
          'purpose-unknown',
          `Die Aufgabe ${inQuotes(aufgabe)} kennt das Programm nicht.${nearest(aufgabe, purposeNames)}`,
        );
      for (const name of yes)
        if (properties[name] !== undefined && properties[name] !== 'ja')
          report({ path, elementId: id }, 'property-value', `Die Eigenschaft ${inQuotes(name)} kennt nur den Wert „ja“.`);
    }
};

/** Steps that can be reached without anybody having written what is to be signed. */
const beforeAuthors = ({ flow }: FlowFile): FlowNode[] => {
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const node = byId.get(id);
    if (!node || seen.has(id)) return;
    seen.add(id);
    if (node.properties.verfasst === 'ja') return;
    for (const { to } of flow.lines.filter(({ from }) => from === id)) visit(to);
    for (const each of flow.nodes) if (each.host === id || each.scope === id) visit(each.id);
  };
  for (const { id, type } of flow.nodes) if (type === 'startEvent') visit(id);
  return flow.nodes.filter(({ id, properties }) => seen.has(id) && properties.verfasst !== 'ja');
};

const isSigning = ({ properties }: FlowNode): boolean => properties.aufgabe === 'zeichnen' && properties.vierAugen === 'ja';

/** Whether a process lets somebody sign who may be the author, because nobody stands as the author yet. */
const needsAuthor = (world: World, id: string, seen: ReadonlySet<string> = new Set()): boolean => {
  const file = world.flows.get(id);
  if (!file || seen.has(id)) return false;
  const around = new Set([...seen, id]);
  return beforeAuthors(file).some(
    (node) =>
      isSigning(node) || (node.called !== null && calledBy(world, node.called).some((callee) => needsAuthor(world, callee, around))),
  );
};

/** Four eyes need a first pair: whoever calls a block in which is signed has a step before it that says who has written (`verfasst = ja`). */
const checkAuthors = (world: World, report: Report): void => {
  for (const file of world.set.flows.filter(({ flow }) => flow.properties.art !== 'baustein'))
    for (const node of beforeAuthors(file)) {
      const callee = node.called === null || node.called.trimStart().startsWith('=') ? undefined : calledBy(world, node.called)[0];
      if (callee !== undefined && needsAuthor(world, callee))
        report(
          { path: file.path, elementId: node.id },
          'author-missing',
          'In dem gerufenen Baustein zeichnet eine zweite Person; davor fehlt ein Schritt mit „verfasst = ja“, der sagt, wer es nicht sein darf.',
        );
    }
};

/** What a step is for, and who has written what another signs. */
export const checkPurposes = (world: World, _: Analysed, report: Report): void => {
  checkStands(world, report);
  checkProperties(world, report);
  checkAuthors(world, report);
};
