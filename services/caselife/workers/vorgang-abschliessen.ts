import Joi from 'joi';
import { committing } from '../../../db/pipelined-dialect.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { closeCase } from '../close-case.ts';

const OUTCOMES: Record<string, string> = {
  ERTEILT: 'Antrag bewilligt',
  ABGELEHNT: 'Antrag abgelehnt',
  ERLEDIGT: 'Auf andere Weise erledigt',
};

export default defineWorker<{ caseId: string; ergebnis: string }>({
  input: { caseId: Joi.string().uuid().required(), ergebnis: Joi.string().allow(null, '').default('ERLEDIGT') },
  handle: async (job, deps: Deps) => {
    const { caseId, ergebnis } = job.variables;
    const outcome = ergebnis || 'ERLEDIGT';
    const text = `Vorgang abgeschlossen: ${OUTCOMES[outcome] ?? outcome}`;
    await deps.db.transaction((trx) =>
      closeCase(trx, deps, { caseId, status: 'abgeschlossen', outcome, text, elementId: job.elementId }, committing(trx)),
    );
    return {};
  },
});
