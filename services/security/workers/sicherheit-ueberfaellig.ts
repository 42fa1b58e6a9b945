import Joi from 'joi';
import { lockCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { tellOfficers } from '../open-hidden-case.ts';

/** No release within the time limit: the officers look after it. One hidden case, however many rounds run out. */
export default defineWorker<{ caseId: string; warteId: string }>({
  input: { caseId: Joi.string().uuid().required(), warteId: Joi.string().uuid().required() },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, warteId } = job.variables;
      const main = await lockCase(trx, caseId);
      if (!main) throw new Error('Den Vorgang gibt es nicht.');
      if (main.closedAt) return {};
      const text = 'Auf die Sicherheitsanfrage ist innerhalb der Frist nicht abschließend geantwortet worden; die Frist läuft von Neuem';
      await tellOfficers(trx, deps, main, { ground: 'UEBERFAELLIG', text, by: 'Lotse', lineKey: `overdue:${warteId}` });
      return {};
    }),
});
