import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../deps.ts';
import { BundleRefused, EngineRefused } from '../../engine/index.ts';
import {
  findModelRelease,
  hashOf,
  type LiveFile,
  listModelFiles,
  listModelReleases,
  type ModelRelease,
  rollBack,
} from '../../engine/releases/index.ts';
import { audit } from '../../platform/audit.ts';
import { nowOf } from '../../platform/clock.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { notify } from '../../platform/events.ts';
import type { User } from '../../platform/route.ts';
import { insertEvent } from '../changes/changes-store.ts';
import { requireRoller } from '../rights.ts';
import { insertNote } from './notes-store.ts';
import { findUndo, listOpenUndos, requestUndo, settleUndo } from './undos-store.ts';
import { writeNote } from './write-note.ts';

/** Releases are a few hundred in years. */
const MOST_RELEASES = 1_000;

/** Why this release cannot be taken back; undefined if it can. The engine's side looks again under its lock. */
export const whyNotUndo = async (db: Reader, release: ModelRelease, live: readonly LiveFile[]): Promise<string | undefined> => {
  if (release.undoneBy !== null) return `Diese Freigabe ist schon zurückgeholt (Freigabe ${release.undoneBy}).`;
  if (release.files.length === 0) return 'Davor gab es keinen Stand, zu dem man zurück könnte.';
  const hashes = new Map(live.map(({ path, hash }) => [path, hash]));
  const moved = release.files.filter(({ path, after }) => (hashes.get(path) ?? null) !== hashOf(after)).map(({ path }) => path);
  if (moved.length === 0) return undefined;
  const all = await listModelReleases(db, { limit: MOST_RELEASES });
  const later = all.find((each) => each.releaseNo > release.releaseNo && each.files.some(({ path }) => moved.includes(path)));
  return `Freigabe ${later?.releaseNo ?? ''} hat dieselben Dateien danach geändert: ${moved.join(', ')}. Holen Sie zuerst diese zurück.`;
};

/** The release, for somebody who takes releases back. */
export const getUndoable = async (db: Reader, user: User, releaseNo: number): Promise<ModelRelease> => {
  requireRoller(user);
  const release = await findModelRelease(db, releaseNo);
  if (!release) throw new NotFound();
  return release;
};

/** Asks for the former state. The engine may be away, so a command does it. */
export const requestRollBack = async (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  user: User,
  { releaseNo, reason }: { releaseNo: number; reason: string },
): Promise<void> => {
  await deps.db.transaction(async (trx) => {
    const release = await getUndoable(trx, user, releaseNo);
    const because = await whyNotUndo(trx, release, await listModelFiles(trx));
    if (because) throw new Conflict(because);
    await requestUndo(trx, { releaseNo, by: user.account, at: nowOf(deps), reason });
    await audit(trx, { actor: user.account, action: 'undo release', object: `release ${releaseNo}`, reason, outcome: 'done' });
    await deps.commands.add(trx, 'undo-release', { releaseNo }, { key: `undo-release:${releaseNo}` });
    await notify(trx, { kind: 'models' });
  });
};

const refuse = async (deps: Deps, releaseNo: number, failure: string): Promise<void> => {
  await deps.db.transaction(async (trx) => {
    await settleUndo(trx, releaseNo, { failure });
    await notify(trx, { kind: 'models' });
  });
  deps.log.warn({ releaseNo, failure }, 'studio: a release could not be taken back');
};

const finish = async (deps: Deps, release: ModelRelease, by: string, undoneByRelease: number): Promise<void> => {
  const newer = await findModelRelease(deps.db, undoneByRelease);
  const note = newer && (await writeNote(deps, newer));
  const at = nowOf(deps);
  await deps.db.transaction(async (trx) => {
    await settleUndo(trx, release.releaseNo, { undoneByRelease });
    const changeId = release.kind === 'change' ? release.changeId : null;
    if (changeId) await insertEvent(trx, changeId, { at, by, what: 'zurueckgeholt', text: `Freigabe ${undoneByRelease}` });
    if (note) await insertNote(trx, { ...note, releaseNo: undoneByRelease, at });
    await notify(trx, { kind: 'models' });
  });
};

/** Puts the former texts back. May run twice: the order has an id, by which the second run finds what the first has done. */
export const undoRelease = async (deps: Deps, releaseNo: number): Promise<void> => {
  const undo = await findUndo(deps.db, releaseNo);
  if (!undo || undo.undoneByRelease !== null || undo.failure !== null) return;
  const release = await findModelRelease(deps.db, releaseNo);
  if (!release) return;
  const { undoId, reason, requestedBy: by } = undo;
  let undoneBy: number;
  try {
    ({ releaseNo: undoneBy } = await rollBack(deps, { releaseNo, reason, by, undoId }));
  } catch (error) {
    const refused = error instanceof Conflict || error instanceof BundleRefused || error instanceof EngineRefused;
    if (!refused) throw error;
    await refuse(deps, releaseNo, error.message);
    return;
  }
  await finish(deps, release, by, undoneBy);
};

export const finishUndos = async (deps: Deps): Promise<void> => {
  for (const { releaseNo } of await listOpenUndos(deps.db)) await undoRelease(deps, releaseNo);
};
