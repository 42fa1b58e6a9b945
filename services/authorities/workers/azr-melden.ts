import Joi from 'joi';
import { addHistory } from '../../cases/index.ts';
import type { Deps } from '../../engine/contracts.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { SIMULATION } from '../azr.ts';

/** Reports the decision to the AZR (simulated), once per case and result. */
export default defineWorker<{ caseId: string; ergebnis: string }>({
  input: { caseId: Joi.string().uuid().required(), ergebnis: Joi.string().required() },
  handle: async (job, deps: Deps) => {
    const { caseId, ergebnis } = job.variables;
    await deps.db.transaction((trx) =>
      addHistory(trx, {
        caseId,
        at: new Date(deps.clock.now().epochMilliseconds),
        text: `Dem AZR gemeldet: ${ergebnis} (${SIMULATION})`,
        elementId: job.elementId,
        by: 'Lotse',
        lineKey: `azr-told:${ergebnis}`,
      }),
    );
    return {};
  },
});
