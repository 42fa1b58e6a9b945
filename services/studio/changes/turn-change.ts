import type { Deps } from '../../deps.ts';
import { nowOf } from '../../platform/clock.ts';
import { Conflict, Forbidden } from '../../platform/errors.ts';
import type { User } from '../../platform/route.ts';
import { requireReader, requireWriter } from '../rights.ts';
import { noteStep } from './change-log.ts';
import { type ChangeRow, type EventKind, updateChange } from './changes-store.ts';
import { lockExisting } from './load-change.ts';
import { mayOf, type State } from './states.ts';

type TurnDeps = Pick<Deps, 'db' | 'clock'>;
type Turn = { state: State; what: EventKind; action: string; text?: string };

const turn = async (deps: TurnDeps, user: User, changeId: string, step: Turn, assertMay: (change: ChangeRow) => void): Promise<void> => {
  await deps.db.transaction(async (trx) => {
    assertMay(await lockExisting(trx, changeId));
    const at = nowOf(deps);
    await updateChange(trx, changeId, { state: step.state, approvals: [], changedAt: at });
    await noteStep(trx, changeId, { by: user.account, at, what: step.what, action: step.action, text: step.text ?? '' });
  });
};

export const assertMayReturn = (user: User, change: ChangeRow): void => {
  if (change.state !== 'zur-freigabe') throw new Conflict('Diese Änderung liegt nicht zur Freigabe vor.');
  if (!mayOf(user, change).includes('return')) throw new Forbidden('Zurückgeben darf, wer auch freigeben dürfte.');
};

/** Back to who wrote it, with the reason. */
export const returnChange = (deps: TurnDeps, user: User, changeId: string, comment: string): Promise<void> => {
  requireReader(user);
  return turn(deps, user, changeId, { state: 'zurueckgegeben', what: 'zurueckgegeben', action: 'return change', text: comment }, (change) =>
    assertMayReturn(user, change),
  );
};

export const discardChange = (deps: TurnDeps, user: User, changeId: string): Promise<void> => {
  requireWriter(user);
  return turn(deps, user, changeId, { state: 'verworfen', what: 'verworfen', action: 'discard change' }, (change) => {
    if (!mayOf(user, change).includes('discard')) throw new Conflict('In diesem Stand lässt sich die Änderung nicht verwerfen.');
  });
};

/** Takes back what was handed in or thrown away. */
export const reopenChange = (deps: TurnDeps, user: User, changeId: string): Promise<void> => {
  requireWriter(user);
  return turn(deps, user, changeId, { state: 'entwurf', what: 'wiedereroeffnet', action: 'reopen change' }, (change) => {
    if (!mayOf(user, change).includes('reopen')) throw new Conflict('In diesem Stand lässt sich die Änderung nicht wieder öffnen.');
  });
};
