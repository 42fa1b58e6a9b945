import Joi from 'joi';
import type { Deps } from '../../engine/contracts.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { addHistory } from '../history-store.ts';
import { notifyCase } from '../notify-case.ts';
import { lockCase, updateCase } from '../store.ts';
import { endWait, openWaits } from '../waits-store.ts';

const TEXTS: Record<string, string> = {
  EINGEGANGEN: 'Eingegangen, worauf gewartet wurde',
  ABGELAUFEN: 'Frist abgelaufen',
  ENTFALLEN: 'Das Warten hat sich erledigt',
};

export default defineWorker<{ caseId: string; warteId: string; warteErgebnis: string }>({
  input: {
    caseId: Joi.string().uuid().required(),
    warteId: Joi.string().uuid().required(),
    warteErgebnis: Joi.string()
      .valid(...Object.keys(TEXTS))
      .required(),
  },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, warteId, warteErgebnis } = job.variables;
      const found = await lockCase(trx, caseId);
      if (!found) throw new Error('Den Vorgang gibt es nicht.');
      const at = new Date(deps.clock.now().epochMilliseconds);
      await endWait(trx, warteId, at, warteErgebnis);
      await addHistory(trx, {
        caseId,
        at,
        text: TEXTS[warteErgebnis] ?? warteErgebnis,
        elementId: job.elementId,
        by: 'Lotse',
        lineKey: `wait-ended:${warteId}`,
      });
      if (found.status === 'wartet' && (await openWaits(trx, caseId)).length === 0)
        await updateCase(trx, caseId, { status: 'in-bearbeitung' });
      await notifyCase(trx, found);
      return {};
    }),
});
