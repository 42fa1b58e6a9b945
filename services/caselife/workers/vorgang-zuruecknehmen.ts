import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { sendLetter } from '../../letters/index.ts';
import { closeCase } from '../close-case.ts';

/** The application has been taken back: the case is closed and the applicant gets it in writing, once. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: async (job, deps: Deps) => {
    const { caseId } = job.variables;
    const { elementId } = job;
    const text = 'Vorgang beendet: Antrag zurückgenommen';
    await deps.db.transaction(async (trx) => {
      await closeCase(trx, deps, { caseId, status: 'zurueckgenommen', outcome: 'ZURUECKGENOMMEN', text, elementId });
      await sendLetter(trx, deps, { caseId, type: 'ruecknahme', businessKey: `${caseId}:ruecknahme`, data: {}, by: 'Lotse', elementId });
    });
    return {};
  },
});
