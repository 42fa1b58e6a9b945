import Joi from 'joi';
import { addHistory, findApplicant, findRelatedOpenCase, getCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { nowOf } from '../../platform/clock.ts';
import { decisionInputs, intakeOutput } from '../decision-inputs.ts';

/** Looks for a matter of the same person or family that is open, and lays every input of the intake tables out with its default. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  output: intakeOutput,
  handle: async (job, deps: Deps) => {
    const found = await getCase(deps.db, job.variables.caseId);
    const person = await findApplicant(deps.db, found);
    if (!person) throw new Error('Der Vorgang hat keine Person.');
    const related = found.hidden ? undefined : await findRelatedOpenCase(deps.db, found.caseId);
    if (related) {
      await deps.db.transaction((trx) =>
        addHistory(trx, {
          caseId: found.caseId,
          at: nowOf(deps),
          text: 'Es läuft schon ein Vorgang derselben Person oder Familie: beide sollen in dieselben Hände',
          elementId: job.elementId,
          by: 'Lotse',
          lineKey: 'related',
        }),
      );
    }
    return decisionInputs(found, person, deps.clock.today(), related?.team);
  },
});
