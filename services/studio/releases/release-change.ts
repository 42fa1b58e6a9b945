import type { Deps } from '../../deps.ts';
import { BundleRefused, EngineRefused } from '../../engine/index.ts';
import { findByChange, findModelRelease, releaseFiles } from '../../engine/releases/index.ts';
import type { LocatedFinding } from '../../models/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { Conflict } from '../../platform/errors.ts';
import { noteStep } from '../changes/change-log.ts';
import { findChange, listApproved, lockChange, updateChange } from '../changes/changes-store.ts';
import { assertReleasable } from '../changes/check-change.ts';
import { selectFiles } from '../changes/files-store.ts';
import { isChanged, loadChange } from '../changes/load-change.ts';

import { insertNote } from './notes-store.ts';
import { writeNote } from './write-note.ts';

const BY = 'Lotse';

/** Nobody sees a list of findings beside a failed release, so the first are said. */
const firstErrors = (details: unknown): string[] => {
  const { findings = [] } = Object(details) as { findings?: LocatedFinding[] };
  return findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, 3)
    .map(({ path, message }) => (path ? `${path}: ${message}` : message));
};

/** What a person can act on; anything else is no refusal but a fault, and is tried again. */
const refusalOf = (error: unknown): string | undefined => {
  if (error instanceof BundleRefused) return error.message;
  if (error instanceof EngineRefused) return `Die Engine nimmt die Modelle nicht an: ${error.message}`;
  if (error instanceof Conflict) return [error.message, ...firstErrors(error.details)].join(' ');
  return undefined;
};

const fail = async (deps: Deps, changeId: string, failure: string): Promise<void> => {
  await deps.db.transaction(async (trx) => {
    const change = await lockChange(trx, changeId);
    if (change?.state !== 'freigegeben') return;
    const at = nowOf(deps);
    await updateChange(trx, changeId, { state: 'gescheitert', failure, approvals: [], changedAt: at });
    await noteStep(trx, changeId, { by: BY, at, what: 'gescheitert', text: failure, action: 'release change' });
  });
  deps.log.warn({ changeId, failure }, 'studio: an approved change was refused');
};

const finish = async (deps: Deps, changeId: string, releaseNo: number): Promise<void> => {
  const release = await findModelRelease(deps.db, releaseNo);
  const note = release && (await writeNote(deps, release));
  await deps.db.transaction(async (trx) => {
    const change = await lockChange(trx, changeId);
    if (change?.state !== 'freigegeben') return;
    const at = nowOf(deps);
    await updateChange(trx, changeId, { state: 'in-kraft', releaseNo, failure: null, changedAt: at });
    if (note) await insertNote(trx, { ...note, releaseNo, at });
    await noteStep(trx, changeId, {
      by: BY,
      at,
      what: 'in-kraft',
      text: `Freigabe ${releaseNo}`,
      action: 'release change',
      payload: { releaseNo },
    });
  });
  deps.log.info({ changeId, releaseNo }, 'studio: a change is in force');
};

/**
 * Brings an approved change into force. May run twice and at the same time in two places: the release itself is idempotent by the change's id, and
 * the state is written once. A refusal of the models is kept with the change, which can then be edited again.
 */
export const releaseChange = async (deps: Deps, changeId: string): Promise<void> => {
  const change = await findChange(deps.db, changeId);
  if (change?.state !== 'freigegeben') return;
  const changes = (await selectFiles(deps.db, changeId))
    .filter(isChanged)
    .map(({ path, content, baseHash }) => ({ path, content, baseHash }));
  const { title, reason, authors, approvals } = change;
  let releaseNo: number;
  try {
    if (!(await findByChange(deps.db, changeId))) await assertReleasable(deps, await loadChange(deps.db, changeId));
    const approvedBy = approvals.map((each) => each.by);
    ({ releaseNo } = await releaseFiles(deps, { changeId, title, reason, author: authors.join(', '), approvedBy, changes }));
  } catch (error) {
    const failure = refusalOf(error);
    if (failure === undefined) throw error;
    await fail(deps, changeId, failure);
    return;
  }
  await finish(deps, changeId, releaseNo);
};

/** At a start: what was approved when the power went is finished before anybody works with the models. */
export const finishApproved = async (deps: Deps): Promise<void> => {
  for (const changeId of await listApproved(deps.db)) await releaseChange(deps, changeId);
};
