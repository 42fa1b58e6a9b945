import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { counterGroup, handsOf } from '../../office/index.ts';
import { addWorkingDays, endOfDay } from '../../platform/calendar.ts';

/** What was noted for a day is looked at within these working days. */
const DAYS_TO_LOOK = 2;

/**
 * The task goes to the hands that have the case; a case nobody has goes to the service desk, a hidden one never leaves its circle. Who asked the
 * service for something has named it (`vorlageRolle`).
 */
export default defineWorker<{ caseId: string; vorlageRolle: string | null }>({
  input: { caseId: Joi.string().uuid().required(), vorlageRolle: Joi.string().valid(counterGroup).allow(null).default(null) },
  output: { sachgebiet: 'code', rolle: 'code', faelligAm: 'date' },
  handle: async (job, deps: Deps) => {
    const found = await getCase(deps.db, job.variables.caseId);
    const asked = found.hidden ? null : job.variables.vorlageRolle;
    const { section, group } = handsOf(found);
    return {
      sachgebiet: section,
      rolle: asked ?? group,
      faelligAm: endOfDay(addWorkingDays(deps.clock.today(), DAYS_TO_LOOK)).toString(),
    };
  },
});
