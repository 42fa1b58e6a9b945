import Joi from 'joi';
import { addHistory } from '../../cases/index.ts';
import type { Deps } from '../../engine/contracts.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { askAzr, SIMULATION } from '../azr.ts';

/** Reads the person's status in the AZR (simulated) and notes it in the history. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: async (job, deps: Deps) => {
    const { caseId } = job.variables;
    const answer = askAzr(caseId);
    await deps.db.transaction((trx) =>
      addHistory(trx, {
        caseId,
        at: new Date(deps.clock.now().epochMilliseconds),
        text: `AZR abgefragt: ${answer.azrErgebnis === 'EINTRAG' ? 'Eintrag vorhanden' : 'kein Eintrag'} (${SIMULATION})`,
        elementId: job.elementId,
        by: 'Lotse',
        lineKey: `azr-read:${job.elementInstanceKey}`,
      }),
    );
    return answer;
  },
});
