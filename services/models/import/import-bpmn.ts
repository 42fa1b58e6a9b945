import { Invalid } from '../../platform/errors.ts';
import { BPMN, readXml, type XmlElement, XmlRefused } from '../../reading/index.ts';
import { closeOthers } from './black-boxes.ts';
import { keepDrawings } from './keep-drawings.ts';
import { keepKnown, namespaces } from './keep-known.ts';
import { createNotes, type Notes } from './notes.ts';
import { readForeignXml, readText } from './read-foreign.ts';
import { dropDangling, tieEnds } from './references.ts';
import { spokenNames } from './spoken-names.ts';
import { makeIdsValid, nameDrawing, toPlainId } from './valid-ids.ts';
import { type Choice, chooseProcess, participantsOf, titleOf, whiteProcesses } from './which-process.ts';
import { childrenOf, walkNodes, writeXml, type XmlNode } from './xml-node.ts';

export type Imported = { content: string; notes: string[] };
/** What a file holds: the processes one of which becomes ours, and what an import would say. `notes` is empty while there is a choice. */
export type Look = { choices: Choice[]; notes: string[] };

const isEmptyCollaboration = (node: XmlNode): boolean => node.name === 'bpmn:collaboration' && node.children.length === 0;

const sameText = (a: Record<string, string>, b: Record<string, string>): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};
const sameElement = (a: XmlElement, b: XmlElement): boolean =>
  a.name === b.name &&
  a.namespace === b.namespace &&
  (a.children.length > 0 ? a.text.trim() === b.text.trim() : a.text === b.text) &&
  sameText(a.attributes, b.attributes) &&
  a.children.length === b.children.length &&
  a.children.every((child, index) => sameElement(child, b.children[index] as XmlElement));

/** Namespaces are declared, and the whole has an id, as whoever wrote it pleased. */
const withoutHead = ({ attributes, ...element }: XmlElement): XmlElement => ({
  ...element,
  attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 'id' && !name.startsWith('xmlns'))),
});

/** A model that is one of ours already stays to the letter as it was written: quotation marks, order and remarks are nobody's change. */
const asWritten = (bytes: Uint8Array, content: string): string => {
  const text = readText(bytes);
  return sameElement(withoutHead(readXml(text)), withoutHead(readXml(content))) ? text : content;
};

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

/** Ids tools give by themselves: they say nothing. */
const isMadeUp = (id: string): boolean => /^_|[0-9a-f]{8}[-_][0-9a-f]{4}[-_]|^Process_[0-9a-z]{7}$/i.test(id);

const open = (bytes: Uint8Array, notes: Notes): XmlNode => {
  const root = readForeignXml(bytes, 'BPMN-Datei');
  if (root.name !== 'definitions' || root.namespace !== BPMN) {
    throw new Invalid(
      /omg\.org\/spec\/DMN/.test(root.namespace)
        ? 'Das ist eine Entscheidungstabelle (DMN), keine BPMN-Datei.'
        : `Das ist XML, aber keine BPMN-2.0-Datei (das äußerste Element heißt „${root.name}“).`,
    );
  }
  const definitions = keepKnown(root, notes) as XmlNode;
  for (const [index, process] of childrenOf(definitions, 'bpmn:process').entries()) process.attributes.id ??= `prozess-${index + 1}`;
  return definitions;
};

/**
 * A diagram of any tool as a model of ours: read by the strict parser, foreign extensions left out, one process (`process` is its id in the file, where
 * several have steps), ids that speak, ready to be edited. Nothing of it runs. Throws Invalid with a sentence for people, Conflict with `details.choices`
 * where they must say which process is theirs.
 */
export const importBpmn = (bytes: Uint8Array, wanted: { processId?: string; process?: string } = {}): Imported => {
  const notes = createNotes();
  const definitions = open(bytes, notes);
  const process = chooseProcess(definitions, wanted.process);
  const { id = '' } = process.attributes;
  const name = process.attributes.name || titleOf(process, participantsOf(definitions)) || (isMadeUp(id) ? 'Neuer Ablauf' : id);
  const said = isMadeUp(id) ? [name, id] : [id, name];
  const processId = wanted.processId ?? (said.map(toPlainId).find(Boolean) || 'neuer-prozess');
  closeOthers(definitions, process, notes);
  if (id !== processId) notes.say(`Der Prozess heißt für die Engine jetzt „${processId}“ (bisher „${id}“).`);
  const spoken = spokenNames(definitions, process);
  for (const [before, after] of spoken) notes.count('Schritte und Wege haben sprechende Kennungen bekommen', `${before} → ${after}`);
  makeIdsValid(definitions, process, new Map([...spoken, [id, processId]]), notes);
  process.attributes.name = name;
  keepDrawings(definitions, process, notes);
  dropDangling(definitions, notes);
  definitions.children = definitions.children.filter((each) => !isEmptyCollaboration(each));
  tieEnds(definitions);
  nameDrawing(definitions);
  return { content: asWritten(bytes, finish(definitions, process, notes)), notes: notes.list() };
};

/** Looks at a diagram without making a model of it. Throws as the import would, but for the question which process it is. */
export const lookAtBpmn = (bytes: Uint8Array): Look => {
  const choices = whiteProcesses(open(bytes, createNotes())).map(({ choice }) => choice);
  return { choices, notes: choices.length === 1 ? importBpmn(bytes).notes : [] };
};
