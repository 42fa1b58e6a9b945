import Joi from 'joi';
import { addHistory, lockCase, notifyCase, updateCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { isCodeOf } from '../../office/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { isHiddenAnliegen } from '../../staff/index.ts';
import { endAllWaits } from '../../waits/index.ts';

type In = { caseId: string; neuesAnliegen: string; neuesSachgebiet: string };

/** The case leaves the process it was in: its waits end, the new Anliegen is noted, everything else of it stays. */
export default defineWorker<In>({
  input: {
    caseId: Joi.string().uuid().required(),
    neuesAnliegen: Joi.string().allow('', null).default(''),
    neuesSachgebiet: Joi.string().allow('', null).default(''),
  },
  output: { neuesSachgebiet: 'code', neuesAnliegen: 'code' },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, neuesAnliegen, neuesSachgebiet } = job.variables;
      const found = await lockCase(trx, caseId);
      if (!found) throw new Error('Den Vorgang gibt es nicht.');
      const at = nowOf(deps);
      const valid = isCodeOf('anliegen', neuesAnliegen) && isHiddenAnliegen(neuesAnliegen) === found.hidden;
      // A hidden matter stays in its circle, whatever the sorting form says.
      const section = found.hidden ? '' : (neuesSachgebiet ?? '');
      await endAllWaits(trx, caseId, at, 'NEU_ZUGEORDNET');
      await updateCase(trx, caseId, { ...(valid ? { anliegen: neuesAnliegen } : {}), status: 'in-bearbeitung', clerk: null });
      await addHistory(trx, {
        caseId,
        at,
        text: `Zurück zur Zuordnung: ${[valid && neuesAnliegen, section].filter(Boolean).join(', ') || 'ohne neue Angaben'}`,
        elementId: job.elementId,
        by: 'Lotse',
        lineKey: `rerouted:${job.key}`,
      });
      await notifyCase(trx, found);
      return { neuesSachgebiet: section, neuesAnliegen: '' };
    }),
});
