import type { Deps } from '../../deps.ts';
import { nowOf } from '../../platform/clock.ts';
import { Conflict } from '../../platform/errors.ts';
import type { User } from '../../platform/route.ts';
import { requireWriter } from '../rights.ts';
import { noteStep } from './change-log.ts';
import { updateChange } from './changes-store.ts';
import { assertReleasable, checkChange } from './check-change.ts';
import { assertEditable, classOf } from './edit-files.ts';
import { isChanged, loadChange, lockLoaded } from './load-change.ts';

/** Hands a draft in. Throws Conflict with what is still missing; details hold the findings. */
export const submitChange = async (deps: Pick<Deps, 'db' | 'clock' | 'trial'>, user: User, changeId: string): Promise<void> => {
  requireWriter(user);
  // Asked before the lock, which nobody should hold while the engine's parser starts; under it the same texts are answered from memory.
  await checkChange(deps, await loadChange(deps.db, changeId));
  await deps.db.transaction(async (trx) => {
    const loaded = await lockLoaded(trx, changeId);
    const { change, files } = loaded;
    assertEditable(loaded);
    if (!files.some(isChanged)) throw new Conflict('An dieser Änderung ist noch nichts geändert.');
    if (!change.reason.trim()) throw new Conflict('Es fehlt, warum geändert wird. Wer freigibt, muss es lesen können.');
    await assertReleasable(deps, loaded);
    const { class: found, legal } = classOf(files);
    const at = nowOf(deps);
    await updateChange(trx, changeId, {
      state: 'zur-freigabe',
      class: found,
      legal,
      submittedAt: at,
      changedAt: at,
      approvals: [],
      failure: null,
      // Who hands it in stands for it, too.
      authors: [...new Set([...change.authors, user.account])],
    });
    await noteStep(trx, changeId, {
      by: user.account,
      at,
      what: 'eingereicht',
      action: 'submit change',
      payload: { class: found, legal, paths: files.filter(isChanged).map((file) => file.path) },
    });
  });
};
