import type { Deps } from '../../deps.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { notify } from '../../platform/events.ts';
import type { Transaction } from '../contracts.ts';
import { BundleRefused } from '../errors.ts';
import { deployParts } from './deploy-parts.ts';
import { type FileChange, hashOf, isModelPath, withChanges } from './model-files.ts';
import {
  findByChange,
  findModelRelease,
  insertModelRelease,
  type LiveFile,
  listModelFiles,
  type NewModelRelease,
  saveModelFiles,
  setUndone,
} from './model-store.ts';
import { previewBundle } from './resolve-bundle.ts';
import { lockReleases } from './store.ts';

export type ReleaseDeps = Pick<Deps, 'db' | 'engine' | 'log'> & Partial<Pick<Deps, 'releases'>>;

export type ReleaseInput = {
  changeId: string;
  title: string;
  reason: string;
  author: string;
  approvedBy: readonly string[];
  changes: readonly FileChange[];
};

const checkBases = (live: readonly LiveFile[], changes: readonly FileChange[], says: (paths: string) => string): void => {
  const hashes = new Map(live.map(({ path, hash }) => [path, hash]));
  const moved = changes.filter(({ path, baseHash }) => (hashes.get(path) ?? null) !== baseHash).map(({ path }) => path);
  if (moved.length > 0) throw new Conflict(says(moved.join(', ')), { paths: moved });
};

const checkPaths = (live: readonly LiveFile[], changes: readonly FileChange[]): void => {
  const known = new Set(live.map(({ path }) => path));
  const wrong = changes.filter(({ path }) => !known.has(path) && !isModelPath(path)).map(({ path }) => path);
  if (wrong.length > 0)
    throw new BundleRefused(
      wrong.map((path) => `${path}: so darf eine Datei nicht heißen (ordner/name.bpmn, .dmn, .form oder .vectors.json)`),
    );
};

type Step = Pick<NewModelRelease, 'kind' | 'changeId' | 'title' | 'reason' | 'author' | 'approvedBy'>;

/** One step of the live set: all of it is deployed and noted, or nothing. */
const takeStep = async (
  deps: ReleaseDeps,
  trx: Transaction,
  live: readonly LiveFile[],
  changes: readonly FileChange[],
  step: Step,
): Promise<number> => {
  const { parts, findings } = previewBundle(withChanges(live, changes));
  if (findings.length > 0) throw new BundleRefused(findings);
  const outcome = await deployParts(deps, trx, parts, step.author);
  await saveModelFiles(trx, changes, step.author);
  const before = new Map(live.map(({ path, content }) => [path, content]));
  const files = changes.map(({ path, content }) => ({ path, before: before.get(path) ?? null, after: content }));
  const releaseNo = await insertModelRelease(trx, { ...step, files, parts: outcome.parts });
  await notify(trx, { kind: 'models' });
  return releaseNo;
};

/**
 * Makes a change the live set: one transaction under the release lock, so that of two at once the second sees what the first has made. The same
 * `changeId` again answers with what it has become. Throws Conflict when a text has moved since (details: paths), BundleRefused with all faults
 * (a wrong answer of a table among them), EngineRefused; then nothing has changed. Any other error may be tried again until it converges.
 */
export const releaseFiles = async (deps: ReleaseDeps, input: ReleaseInput): Promise<{ releaseNo: number; alreadyDone: boolean }> => {
  const { changeId, title, reason, author, approvedBy, changes } = input;
  const released = await deps.db.transaction(async (trx) => {
    await lockReleases(trx);
    const done = await findByChange(trx, changeId);
    if (done) return { releaseNo: done.releaseNo, alreadyDone: true };
    const live = await listModelFiles(trx);
    checkBases(live, changes, (paths) => `Der geltende Stand hat sich inzwischen geändert: ${paths}. Bitte die Änderung darauf aufbauen.`);
    checkPaths(live, changes);
    const real = changes.filter(({ content, baseHash }) => hashOf(content) !== baseHash);
    if (real.length === 0) throw new Conflict('Die Änderung unterscheidet sich nicht vom geltenden Stand.');
    const step: Step = { kind: 'change', changeId, title, reason, author, approvedBy: [...approvedBy] };
    return { releaseNo: await takeStep(deps, trx, live, real, step), alreadyDone: false };
  });
  deps.releases?.forget();
  return released;
};

/**
 * Puts the texts back that a release has replaced, as a release of its own. Throws NotFound, and Conflict when a later one has changed the same files
 * or it was undone before. With an `undoId` the same order again answers with what it has become.
 */
export const rollBack = async (
  deps: ReleaseDeps,
  { releaseNo, reason, by, undoId = null }: { releaseNo: number; reason: string; by: string; undoId?: string | null },
): Promise<{ releaseNo: number }> => {
  const undone = await deps.db.transaction(async (trx) => {
    await lockReleases(trx);
    const done = undoId === null ? undefined : await findByChange(trx, undoId);
    if (done) return { releaseNo: done.releaseNo };
    const release = await findModelRelease(trx, releaseNo);
    if (!release) throw new NotFound();
    if (release.undoneBy !== null) throw new Conflict(`Freigabe ${releaseNo} ist schon zurückgenommen, mit Freigabe ${release.undoneBy}.`);
    if (release.files.length === 0) throw new Conflict(`Vor Freigabe ${releaseNo} gab es keinen Stand, zu dem man zurück könnte.`);
    const changes = release.files.map(({ path, before, after }) => ({ path, content: before, baseHash: hashOf(after) }));
    const live = await listModelFiles(trx);
    checkBases(
      live,
      changes,
      (paths) => `Eine spätere Freigabe hat dieselben Dateien geändert: ${paths}. Bitte zuerst diese zurücknehmen.`,
    );
    const title = `Zurückgenommen: ${release.title}`;
    const step: Step = { kind: 'rollback', changeId: undoId, title, reason, author: by, approvedBy: [] };
    const next = await takeStep(deps, trx, live, changes, step);
    await setUndone(trx, releaseNo, next);
    return { releaseNo: next };
  });
  deps.releases?.forget();
  return undone;
};
