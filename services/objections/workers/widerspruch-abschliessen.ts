import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { concludeObjection } from '../conclude-objection.ts';

type In = { caseId: string; abhilfe: string | null; behoerdeErgebnis: string | null };
const code = Joi.string().allow(null, '').default(null);

export default defineWorker<In>({
  input: { caseId: Joi.string().uuid().required(), abhilfe: code, behoerdeErgebnis: code },
  output: { ergebnis: 'code' },
  handle: async (job, deps) => {
    const { caseId, abhilfe, behoerdeErgebnis } = job.variables;
    const order = { caseId, abhilfe, behoerdeErgebnis, elementId: job.elementId };
    return { ergebnis: await deps.db.transaction((trx) => concludeObjection(trx, deps, order)) };
  },
});
