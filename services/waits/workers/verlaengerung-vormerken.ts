import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { readFact } from '../../office/index.ts';
import { bookRenewal } from '../renewals.ts';

/** A renewal begins 30 days before the paper ends (P09). */
const LEAD_DAYS = 30;

/** Books the renewal: a root process of its own waits for the day, so that the case itself can end. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: async (job, deps: Deps) => {
    const { caseId } = job.variables;
    const found = await getCase(deps.db, caseId);
    const gueltigBis = readFact(found.facts, 'gueltigBis');
    if (!gueltigBis) throw new Error('Das Papier hat kein Enddatum (gueltigBis); ohne das lässt sich keine Verlängerung vormerken.');
    const day = Temporal.PlainDate.from(gueltigBis).subtract({ days: LEAD_DAYS });
    await deps.db.transaction((trx) => bookRenewal(trx, deps, { caseId, day, key: 'verlaengerung' }));
    return {};
  },
});
