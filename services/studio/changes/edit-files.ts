import type { Transaction } from '../../../db/connection.ts';
import type { Deps } from '../../deps.ts';
import { diffFiles, type FilesDiff, type Words } from '../../models/index.ts';
import { audit } from '../../platform/audit.ts';
import { nowOf } from '../../platform/clock.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { assertSeen } from '../../platform/if-match.ts';
import type { User } from '../../platform/route.ts';
import { requireWriter } from '../rights.ts';
import { insertEditEvent, updateChange } from './changes-store.ts';
import { type ChangeFileRow, deleteFileRow, saveFileRow, selectFiles } from './files-store.ts';
import { isChanged, type LoadedChange, lockLoaded } from './load-change.ts';
import { readContent } from './read-content.ts';
import { isEditable } from './states.ts';

export type EditDeps = Pick<Deps, 'db' | 'clock' | 'log'>;

const MOST_FILES = 60;
/** What nobody can have seen. */
const NO_VERSION = 0;

/** The class people see while they write; what counts is worked out again when it is submitted. */
export const classOf = (files: readonly ChangeFileRow[], words: Words = {}): FilesDiff =>
  diffFiles(
    files.filter(isChanged).map(({ path, base, content }) => ({ path, before: base, after: content })),
    words,
  );

export const assertEditable = ({ change }: Pick<LoadedChange, 'change'>): void => {
  if (isEditable(change.state)) return;
  const because: Record<string, string> = {
    'zur-freigabe': 'Diese Änderung liegt zur Freigabe vor. Holen Sie sie zurück, um weiterzuschreiben.',
    verworfen: 'Diese Änderung ist verworfen.',
  };
  throw new Conflict(because[change.state] ?? 'Diese Änderung ist freigegeben. Legen Sie für Weiteres eine neue an.');
};

type Edit<T> = (trx: Transaction, loaded: LoadedChange, at: Date) => Promise<T>;

/** Runs one edit of a change's files under its lock, and afterwards notes who wrote, and what the change amounts to by now. */
const editChange = async <T>(
  deps: EditDeps,
  user: User,
  { changeId, path, action }: { changeId: string; path: string; action: string },
  edit: Edit<T>,
): Promise<T> => {
  requireWriter(user);
  return deps.db.transaction(async (trx) => {
    const loaded = await lockLoaded(trx, changeId);
    assertEditable(loaded);
    const at = nowOf(deps);
    const result = await edit(trx, loaded, at);
    const { change } = loaded;
    const files = await selectFiles(trx, changeId);
    let worth: { class: typeof change.class; legal: boolean } = { class: change.class, legal: change.legal };
    try {
      worth = classOf(files);
    } catch (error) {
      deps.log.debug({ err: error, changeId }, 'studio: a draft cannot be compared yet');
    }
    await updateChange(trx, changeId, {
      class: worth.class,
      legal: worth.legal,
      changedAt: at,
      authors: [...new Set([...change.authors, user.account])],
    });
    await insertEditEvent(trx, changeId, { at, by: user.account, text: path });
    await audit(trx, { actor: user.account, action, object: `change ${changeId}`, outcome: 'done', payload: { path } });
    return result;
  });
};

const fileOf = ({ files }: LoadedChange, path: string): ChangeFileRow | undefined => files.find((file) => file.path === path);

/** Two people at one file: who comes second is told. */
export const assertFileSeen = (seen: number | undefined, found: ChangeFileRow | undefined): void => {
  if (seen !== undefined && !found) throw new Conflict('Diese Datei gehört nicht mehr zur Änderung.');
  if (found)
    assertSeen(
      seen,
      { version: found.version, by: found.savedBy, at: new Date(found.savedAt) },
      'Inzwischen hat jemand anderes diese Datei gespeichert. Bitte laden Sie sie neu.',
    );
};

/** `seen`: the version the user had before them. */
type AnyFile = { changeId: string; path: string; seen?: number | undefined };

export type Saved = { savedAt: string; version: number };

/** Stores one file of a draft. Without content the live text joins the change as it is. */
export const saveFile = (deps: EditDeps, user: User, { changeId, path, content, seen }: AnyFile & { content?: string }): Promise<Saved> =>
  editChange(deps, user, { changeId, path, action: 'edit change' }, async (trx, loaded, at) => {
    const found = fileOf(loaded, path);
    if (content === undefined && found) return { savedAt: new Date(found.savedAt).toISOString(), version: found.version };
    const live = loaded.live.get(path);
    const given = content ?? live?.content;
    if (given === undefined) throw new NotFound();
    const text = readContent(path, given);
    // Who names no version goes on with their own text, and writes over nobody else's.
    assertFileSeen(seen ?? (found && found.savedBy !== user.account ? NO_VERSION : undefined), found);
    if (!found && loaded.files.length >= MOST_FILES) throw new Invalid(`Eine Änderung umfasst höchstens ${MOST_FILES} Dateien.`);
    const base = found ? { base: found.base, baseHash: found.baseHash } : { base: live?.content ?? null, baseHash: live?.hash ?? null };
    const saved = await saveFileRow(trx, changeId, { path, content: text, ...base, savedAt: at, savedBy: user.account });
    return { savedAt: at.toISOString(), version: saved };
  });

/** The file is to go with the release; a new one just leaves the change. */
export const removeFile = (deps: EditDeps, user: User, { changeId, path, seen }: AnyFile): Promise<void> =>
  editChange(deps, user, { changeId, path, action: 'remove file of change' }, async (trx, loaded, at) => {
    const found = fileOf(loaded, path);
    const live = loaded.live.get(path);
    if (!found && !live) throw new NotFound();
    assertFileSeen(seen, found);
    const base = found ? { base: found.base, baseHash: found.baseHash } : { base: live?.content ?? null, baseHash: live?.hash ?? null };
    if (base.baseHash === null) await deleteFileRow(trx, changeId, path);
    else await saveFileRow(trx, changeId, { path, content: null, ...base, savedAt: at, savedBy: user.account });
  });

/** Back to what is live: the file leaves the change, or stays in it as the live text if another release has changed it meanwhile. */
export const revertFile = (deps: EditDeps, user: User, { changeId, path, seen }: AnyFile): Promise<void> =>
  editChange(deps, user, { changeId, path, action: 'revert file of change' }, async (trx, loaded) => {
    const found = fileOf(loaded, path);
    if (!found) throw new NotFound();
    assertFileSeen(seen, found);
    await deleteFileRow(trx, changeId, path);
  });

/** Keeps the draft and compares it with what is live now: what the other release did is undone by this one, and the diff shows it. */
export const rebaseFile = (deps: EditDeps, user: User, { changeId, path, seen }: AnyFile): Promise<void> =>
  editChange(deps, user, { changeId, path, action: 'rebase file of change' }, async (trx, loaded, at) => {
    const found = fileOf(loaded, path);
    if (!found) throw new NotFound();
    assertFileSeen(seen, found);
    const live = loaded.live.get(path);
    if (found.content === null && !live) await deleteFileRow(trx, changeId, path);
    else
      await saveFileRow(trx, changeId, {
        path,
        content: found.content,
        base: live?.content ?? null,
        baseHash: live?.hash ?? null,
        savedAt: at,
        savedBy: user.account,
      });
  });
