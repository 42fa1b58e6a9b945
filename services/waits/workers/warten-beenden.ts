import Joi from 'joi';
import { addHistory, lockCase, notifyCase, updateCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { rowHas } from '../../office/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { holdsCase } from '../waits.ts';
import { endWait, findWait, openWaits } from '../waits-store.ts';

/** Of a security query only its end is told, once and in these words: rounds that ran out would tell how it goes. */
const NEUTRAL: Record<string, string> = { EINGEGANGEN: 'Beteiligung abgeschlossen' };

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
      const at = nowOf(deps);
      await endWait(trx, warteId, at, warteErgebnis);
      const wait = await findWait(trx, warteId);
      const text = (wait && rowHas('fristen', wait.kind, 'sicherheit') ? NEUTRAL : TEXTS)[warteErgebnis];
      if (text) await addHistory(trx, { caseId, at, text, elementId: job.elementId, by: 'Lotse', lineKey: `wait-ended:${warteId}` });
      if (found.status === 'wartet' && !(await openWaits(trx, caseId)).some((each) => holdsCase(each.kind)))
        await updateCase(trx, caseId, { status: 'in-bearbeitung' });
      await notifyCase(trx, found);
      return {};
    }),
});
