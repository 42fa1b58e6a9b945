import Joi from 'joi';
import { addHistory, getCase, notifyCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { answeringSection, headGroupOf } from '../../office/index.ts';
import { dayDeadline, endOfDay } from '../../platform/calendar.ts';
import { dateOf, nowOf } from '../../platform/clock.ts';
import { lockEscalation, updateEscalation } from '../store.ts';

/** The head of the section has five days (P21). */
const SECOND_LEVEL_DAYS = 5;

/** Nobody answered in time: the head of the section decides. */
export default defineWorker<{ caseId: string; eskalationId: string }>({
  input: { caseId: Joi.string().uuid().required(), eskalationId: Joi.string().uuid().required() },
  output: { eskalationRolle: 'code', eskalationFaelligAm: 'date' },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, eskalationId } = job.variables;
      const found = await getCase(trx, caseId);
      const escalation = await lockEscalation(trx, eskalationId);
      if (!escalation || escalation.caseId !== caseId) throw new Error('Die Frage gibt es nicht.');
      const role = headGroupOf(answeringSection(found.section));
      const fresh = escalation.level === 1;
      const due = fresh ? dateOf(endOfDay(dayDeadline(deps.clock.today(), SECOND_LEVEL_DAYS))) : escalation.dueAt;
      if (fresh) await updateEscalation(trx, eskalationId, { level: 2, role, dueAt: due });
      await addHistory(trx, {
        caseId,
        at: nowOf(deps),
        text: 'Die Frage ist nicht rechtzeitig beantwortet: an die Leitung des Sachgebiets gegeben',
        elementId: job.elementId,
        by: 'Lotse',
        lineKey: `question-second-level:${eskalationId}`,
      });
      await notifyCase(trx, found);
      return { eskalationRolle: role, eskalationFaelligAm: due?.toISOString() ?? null };
    }),
});
