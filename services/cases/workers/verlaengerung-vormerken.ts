import Joi from 'joi';
import type { Deps } from '../../engine/contracts.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { getCase } from '../get-case.ts';

const DAY_MS = 86_400_000;
/** A renewal begins 30 days before the paper ends (P09). */
const LEAD_DAYS = 30;

/** Books the renewal: a root process of its own waits for the day, so that the case itself can end. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: async (job, deps: Deps) => {
    const { caseId } = job.variables;
    const found = await getCase(deps.db, caseId);
    const { gueltigBis } = found.facts;
    if (typeof gueltigBis !== 'string')
      throw new Error('Das Papier hat kein Enddatum (gueltigBis); ohne das lässt sich keine Verlängerung vormerken.');
    const day = Temporal.PlainDate.from(gueltigBis).subtract({ days: LEAD_DAYS });
    const earliest = deps.clock.today().add({ days: 1 });
    const wunschFrist = Temporal.PlainDate.compare(day, earliest) < 0 ? earliest : day;
    await deps.db.transaction((trx) =>
      deps.commands.add(
        trx,
        'publish-message',
        {
          name: 'duldung-verlaengerung-vormerken',
          correlationKey: caseId,
          messageId: `${caseId}:verlaengerung`,
          ttlMs: DAY_MS,
          variables: { caseId, wunschFrist: wunschFrist.toString() },
          caseId,
        },
        { key: `verlaengerung:${caseId}` },
      ),
    );
    return {};
  },
});
