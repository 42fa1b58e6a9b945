import type { Deps } from '../engine/index.ts';
import { Conflict } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { noteStep } from './change-log.ts';
import { updateChange } from './changes-store.ts';
import { checkChange } from './check-change.ts';
import type { DryRun } from './dry-run/trial.ts';
import { assertEditable, classOf } from './edit-files.ts';
import { fingerprintOf, isChanged, lockLoaded, nowOf } from './load-change.ts';
import { requireWriter } from './rights.ts';

/** Lighter ones change nothing that a case would notice. */
const needsTrial = ['number', 'rule', 'flow'];

/** Hands a draft in. Throws Conflict with what is still missing; details hold the findings. */
export const submitChange = async (deps: Pick<Deps, 'db' | 'clock'>, user: User, changeId: string): Promise<void> => {
  requireWriter(user);
  await deps.db.transaction(async (trx) => {
    const loaded = await lockLoaded(trx, changeId);
    const { change, files } = loaded;
    assertEditable(loaded);
    if (!files.some(isChanged)) throw new Conflict('An dieser Änderung ist noch nichts geändert.');
    if (!change.reason.trim()) throw new Conflict('Es fehlt, warum geändert wird. Wer freigibt, muss es lesen können.');
    const findings = await checkChange(loaded);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      throw new Conflict(
        errors.length === 1 ? 'Ein Fehler steht der Freigabe entgegen.' : `${errors.length} Fehler stehen der Freigabe entgegen.`,
        {
          findings,
        },
      );
    }
    const { class: found, legal } = classOf(files);
    if (found && needsTrial.includes(found) && change.dryRunOf !== fingerprintOf(loaded)) {
      throw new Conflict('Es fehlt der Probelauf mit dem jetzigen Stand: Er zeigt, welche offenen Vorgänge anders behandelt würden.');
    }
    const wrong = change.dryRunOf === fingerprintOf(loaded) ? ((change.dryRun as DryRun | null)?.wrongExamples ?? []) : [];
    if (wrong.length > 0) throw new Conflict(`Die Beispiele passen nicht zur Tabelle. ${wrong.join(' ')}`);
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
