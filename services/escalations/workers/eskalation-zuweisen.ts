import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { answeringSection } from '../../office/index.ts';
import { endOfDay } from '../../platform/calendar.ts';
import { dateOf } from '../../platform/clock.ts';
import { chooseAnswerer } from '../choose-answerer.ts';
import { type Hint, lockEscalation, updateEscalation } from '../store.ts';

/** Turns the rows of D4 that apply into whom to ask and until when. Unanswered on that day, the question goes to the head of the section. */
export default defineWorker<{ caseId: string; eskalationId: string; eskalationHinweise: Hint[] | null }>({
  input: {
    caseId: Joi.string().uuid().required(),
    eskalationId: Joi.string().uuid().required(),
    eskalationHinweise: Joi.array()
      .items(
        Joi.object({
          grund: Joi.string().required(),
          an: Joi.string().required(),
          fristAT: Joi.number().integer().min(0).required(),
          vierAugen: Joi.boolean().required(),
        }).unknown(),
      )
      .allow(null)
      .default([]),
  },
  output: { eskalationRolle: 'code', eskalationFaelligAm: 'date', zweiteStufeAm: 'date' },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, eskalationId, eskalationHinweise } = job.variables;
      const found = await getCase(trx, caseId);
      const escalation = await lockEscalation(trx, eskalationId);
      if (!escalation || escalation.caseId !== caseId) throw new Error('Die Frage gibt es nicht.');
      const hints = eskalationHinweise ?? [];
      const { role, due } = chooseAnswerer(hints, {
        section: answeringSection(found.section),
        today: deps.clock.today(),
        wishedBy: escalation.wishedBy,
      });
      const dueAt = escalation.dueAt ?? dateOf(endOfDay(due));
      await updateEscalation(trx, eskalationId, { hints, role, dueAt });
      return { eskalationRolle: role, eskalationFaelligAm: dueAt.toISOString(), zweiteStufeAm: dueAt.toISOString() };
    }),
});
