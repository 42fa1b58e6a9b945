import { readXml, XmlRefused } from '../../engine/deployment/read-xml.ts';
import { Invalid } from '../../platform/errors.ts';
import { keepKnown, namespaces } from './keep-known.ts';
import { createNotes, type Notes } from './notes.ts';
import { dropDangling, keepOneProcess, tieEnds } from './one-process.ts';
import { readForeignXml } from './read-foreign.ts';
import { makeIdsValid, nameDrawing, toPlainId } from './valid-ids.ts';
import { childrenOf, walkNodes, writeXml, type XmlNode } from './xml-node.ts';

export type Imported = { content: string; notes: string[] };

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** The picture of the process or of its partners; a second one would be a picture of something else. */
const keepOneDrawing = (definitions: XmlNode, process: XmlNode, notes: Notes): void => {
  const drawings = childrenOf(definitions, 'bpmndi:BPMNDiagram');
  const [collaboration] = childrenOf(definitions, 'bpmn:collaboration');
  const shows = (drawing: XmlNode, id: string | undefined): boolean =>
    id !== undefined && childrenOf(drawing, 'bpmndi:BPMNPlane').some(({ attributes }) => attributes.bpmnElement === id);
  const kept =
    drawings.find((each) => shows(each, collaboration?.attributes.id)) ??
    drawings.find((each) => shows(each, process.attributes.id)) ??
    drawings[0];
  if (drawings.length > 1) notes.say('Die Datei enthielt mehrere Zeichnungen; die des Prozesses ist geblieben.');
  definitions.children = definitions.children.filter((each) => each.name !== 'bpmndi:BPMNDiagram' || each === kept);
  const [plane] = kept ? childrenOf(kept, 'bpmndi:BPMNPlane') : [];
  const shapes = plane ? childrenOf(plane, 'bpmndi:BPMNShape') : [];
  const steps = new Set([...walkNodes(process)].map(({ attributes }) => attributes.id));
  if (!plane || !shapes.some(({ attributes }) => steps.has(attributes.bpmnElement)))
    throw new Invalid('Die Datei enthält keine Zeichnung, nur den Ablauf. Bitte im anderen Werkzeug mit Diagramm speichern.');
  plane.attributes.bpmnElement = (collaboration ?? process).attributes.id ?? '';
};

const isEmptyCollaboration = (node: XmlNode): boolean => node.name === 'bpmn:collaboration' && node.children.length === 0;

const finish = (definitions: XmlNode, process: XmlNode, notes: Notes): string => {
  process.attributes.isExecutable = 'true';
  const prefixes = Object.entries(namespaces).map(([uri, prefix]) => [`xmlns:${prefix}`, uri]);
  definitions.attributes = {
    ...Object.fromEntries(prefixes),
    id: `definitions_${process.attributes.id}`,
    targetNamespace: 'urn:lotse:processes',
    'modeler:executionPlatform': 'Camunda Cloud',
    'modeler:executionPlatformVersion': '8.5.0',
  };
  const content = writeXml(definitions);
  try {
    readXml(content);
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    throw new Invalid(`Die Datei ${error.message}.`);
  }
  const undefinedTasks = [...walkNodes(process)].filter(({ name }) => name === 'bpmn:task').length;
  if (undefinedTasks > 0)
    notes.say(`${undefinedTasks} Tätigkeiten sagen nicht, wer oder was sie tut. „Vervollständigen“ macht Aufgaben daraus.`);
  return content;
};

/**
 * A diagram of any tool as a model of ours: read by the strict parser, foreign extensions left out, one process, valid ids, ready to be edited. Nothing of
 * it runs. Throws Invalid with a sentence for people.
 */
export const importBpmn = (bytes: Uint8Array, wanted: { processId?: string } = {}): Imported => {
  const root = readForeignXml(bytes, 'BPMN-Datei');
  if (root.name !== 'definitions' || root.namespace !== BPMN) {
    throw new Invalid(
      /omg\.org\/spec\/DMN/.test(root.namespace)
        ? 'Das ist eine Entscheidungstabelle (DMN), keine BPMN-Datei.'
        : `Das ist XML, aber keine BPMN-2.0-Datei (das äußerste Element heißt „${root.name}“).`,
    );
  }
  const notes = createNotes();
  const definitions = keepKnown(root, notes) as XmlNode;
  const process = keepOneProcess(definitions, notes);
  const processId =
    wanted.processId ?? (toPlainId(process.attributes.id ?? '') || toPlainId(process.attributes.name ?? '') || 'neuer-prozess');
  process.attributes.id ??= processId;
  if (process.attributes.id !== processId)
    notes.say(`Der Prozess heißt für die Engine jetzt „${processId}“ (bisher „${process.attributes.id}“).`);
  const name = process.attributes.name ?? processId;
  makeIdsValid(definitions, new Map([[process.attributes.id, processId]]), notes);
  process.attributes.name = name;
  keepOneDrawing(definitions, process, notes);
  dropDangling(definitions, notes);
  definitions.children = definitions.children.filter((each) => !isEmptyCollaboration(each));
  tieEnds(definitions);
  nameDrawing(definitions);
  return { content: finish(definitions, process, notes), notes: notes.list() };
};
