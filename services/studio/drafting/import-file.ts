import type { Deps } from '../../deps.ts';
import { listModelFiles } from '../../engine/releases/index.ts';
import { importBpmn, importDmn, importForm, type Look, lookAtBpmn } from '../../models/index.ts';
import { Conflict, Invalid, TooLarge } from '../../platform/errors.ts';
import { assertPlainText } from '../../platform/plain-text.ts';
import type { User } from '../../platform/route.ts';
import { saveFile } from '../changes/edit-files.ts';
import { findFile } from '../changes/files-store.ts';
import { getWritable } from '../changes/load-change.ts';
import { isEditable } from '../changes/states.ts';
import { baseName, describeFile, kindOf } from '../describe-file.ts';
import { requireWriter } from '../rights.ts';

export const maxImportBytes = 1_000_000;

const endings = ['bpmn', 'dmn', 'form'] as const;
type Ending = (typeof endings)[number];

const endingOf = (fileName: string): Ending => {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  const known = endings.find((each) => each === ending) ?? (ending === 'xml' ? 'bpmn' : undefined);
  if (!known) throw new Invalid('Angenommen werden Dateien mit der Endung .bpmn, .dmn oder .form.');
  return known;
};

/** Where it lies already, else where a file of this kind would: a process in a folder of its own, a table with the tables. */
const placeOf = async (deps: Pick<Deps, 'db'>, ending: Ending, content: string): Promise<string> => {
  const { plainId } = describeFile(`x.${ending}`, content);
  const live = await listModelFiles(deps.db);
  const same = live.find((file) => kindOf(file.path) === ending && describeFile(file.path, file.content).plainId === plainId);
  const name = plainId.toLowerCase().replaceAll('_', '-');
  return same?.path ?? `${ending === 'dmn' ? 'decisions' : name}/${name}.${ending}`;
};

const assertSize = (bytes: Uint8Array): void => {
  if (bytes.byteLength > maxImportBytes) throw new TooLarge('Die Datei ist größer als 1 Megabyte.');
};

/** What a drawing holds, before there is a draft it could come into. Throws as `importFile` does, but asks nothing: the processes are in the answer. */
export const lookAtFile = (user: User, { fileName, bytes }: { fileName: string; bytes: Uint8Array }): Look => {
  requireWriter(user);
  assertSize(bytes);
  if (endingOf(fileName) !== 'bpmn') throw new Invalid('Ein neuer Ablauf beginnt mit einer Zeichnung (.bpmn).');
  return lookAtBpmn(bytes);
};

/**
 * Takes a file of any tool into a draft, as far as it can be one of ours. `process`: which of the file's processes, by its id there. Throws Invalid with the
 * reason, Conflict with `details.choices` where the file holds several processes and none is named.
 */
export const importFile = async (
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  user: User,
  {
    changeId,
    fileName,
    bytes,
    path,
    process,
    seen,
  }: { changeId: string; fileName: string; bytes: Uint8Array; path?: string; process?: string; seen?: number | undefined },
): Promise<{ path: string; notes: string[] }> => {
  const change = await getWritable(deps.db, user, changeId);
  if (!isEditable(change.state)) throw new Conflict('In diesem Stand nimmt die Änderung keine Dateien an.');
  assertSize(bytes);
  const ending = endingOf(fileName);
  if (path && kindOf(path) !== ending) throw new Invalid(`Eine Datei .${ending} kann nicht ${path} werden.`);
  const { content, notes } =
    ending === 'bpmn'
      ? importBpmn(bytes, { ...(path ? { processId: baseName(path) } : {}), ...(process ? { process } : {}) })
      : ending === 'dmn'
        ? importDmn(bytes)
        : importForm(bytes);
  assertPlainText(content);
  const target = path ?? (await placeOf(deps, ending, content));
  // What is imported replaces the draft on purpose: the one that was seen, or else whatever lies there.
  await saveFile(deps, user, { changeId, path: target, content, seen: seen ?? (await findFile(deps.db, changeId, target))?.version });
  return { path: target, notes };
};
