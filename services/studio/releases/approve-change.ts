import type { Deps } from '../../deps.ts';
import { auditRefusals } from '../../platform/audit.ts';
import { nowOf } from '../../platform/clock.ts';
import { Conflict, Forbidden } from '../../platform/errors.ts';
import type { User } from '../../platform/route.ts';
import { noteStep } from '../changes/change-log.ts';
import { type ChangeRow, updateChange } from '../changes/changes-store.ts';
import { assertReleasable, checkChange } from '../changes/check-change.ts';
import { isStale, loadChange, lockLoaded } from '../changes/load-change.ts';
import { needsOf, type Seat, seatOf } from '../changes/states.ts';
import { requireReader } from '../rights.ts';

/** Said by who releases, so that nobody lets through what has been handed in anew since they read it. */
type Approval = { changeId: string; submittedAt?: string };

export const getSeat = (user: User, change: ChangeRow): Seat => {
  const { seat, because = '' } = seatOf(user, change);
  if (seat) return seat;
  throw change.state === 'zur-freigabe' ? new Forbidden(because) : new Conflict(because);
};

/**
 * Takes an empty seat. With the last one the change is approved and the command that releases it is added in the same transaction, so there is
 * never the one without the other.
 */
export const approveChange = async (
  deps: Pick<Deps, 'db' | 'clock' | 'commands' | 'trial'>,
  user: User,
  { changeId, submittedAt }: Approval,
): Promise<void> => {
  requireReader(user);
  await auditRefusals(deps.db, { actor: user.account, action: 'approve change', object: `change ${changeId}` }, async () => {
    const before = await loadChange(deps.db, changeId);
    // Asked before the lock, as when it was handed in.
    if (before.change.state === 'zur-freigabe') await checkChange(deps, before);
    await deps.db.transaction(async (trx) => {
      const loaded = await lockLoaded(trx, changeId);
      const { change, files, live } = loaded;
      const seat = getSeat(user, change);
      if (submittedAt !== undefined && Date.parse(submittedAt) !== change.submittedAt?.getTime())
        throw new Conflict('Diese Änderung ist inzwischen neu eingereicht worden. Bitte sehen Sie sie noch einmal an.');
      const moved = files.filter((file) => isStale(file, live)).map((file) => file.path);
      if (moved.length > 0)
        throw new Conflict(`Inzwischen anders freigegeben: ${moved.join(', ')}. Bitte geben Sie die Änderung zurück.`, { paths: moved });
      // What another release has changed meanwhile may make this one impossible; nobody signs that.
      await assertReleasable(deps, loaded);
      const at = nowOf(deps);
      const approvals = [...change.approvals, { as: seat, by: user.account, at: at.toISOString() }];
      const last = needsOf({ ...change, approvals }).length === 0;
      await updateChange(trx, changeId, { approvals, changedAt: at, ...(last ? { state: 'freigegeben' as const } : {}) });
      await noteStep(trx, changeId, {
        by: user.account,
        at,
        what: last ? 'freigegeben' : 'zugestimmt',
        action: 'approve change',
        payload: { as: seat, last },
      });
      if (last) await deps.commands.add(trx, 'release-change', { changeId }, { key: `release-change:${changeId}` });
    });
  });
};
