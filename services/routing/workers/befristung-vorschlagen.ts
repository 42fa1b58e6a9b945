import Joi from 'joi';
import { findApplicant, getCase, mergeFacts } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { limitsOfBasis } from '../end-of-basis.ts';

type In = { caseId: string; befristungErgebnis: { monate: number } };

/** Turns the table's months into a day. Never beyond the passport or what it rests on, unless a person decides so with a reason (D12). */
export default defineWorker<In>({
  input: {
    caseId: Joi.string().uuid().required(),
    befristungErgebnis: Joi.object({ monate: Joi.number().integer().min(0).required() })
      .unknown()
      .required(),
  },
  output: { gueltigBisVorschlag: 'date' },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, befristungErgebnis } = job.variables;
      const found = await getCase(trx, caseId);
      const person = await findApplicant(trx, found);
      const today = deps.clock.today();
      const limits = [person?.details.passGueltigBis, ...limitsOfBasis(found, today)].filter(
        (day) => day !== undefined && day > today.toString(),
      );
      const gueltigBisVorschlag = [today.add({ months: befristungErgebnis.monate }).toString(), ...limits].sort()[0];
      await mergeFacts(trx, caseId, { gueltigBisVorschlag });
      return { gueltigBisVorschlag };
    }),
});
