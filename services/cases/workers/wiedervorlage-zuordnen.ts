import Joi from 'joi';
import type { Deps } from '../../engine/contracts.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { addWorkingDays, endOfDay } from '../../platform/calendar.ts';
import { getCase } from '../get-case.ts';

/** What was noted for a day is looked at within these working days. */
const DAYS_TO_LOOK = 2;

/** The task goes to the hands that have the case; a case nobody has goes to the service desk, a hidden one never leaves its circle. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: async (job, deps: Deps) => {
    const found = await getCase(deps.db, job.variables.caseId);
    return {
      sachgebiet: found.section ?? (found.hidden ? 'SG4' : 'SG3'),
      rolle: found.role ?? (found.hidden ? 'sicherheit' : 'svc'),
      faelligAm: endOfDay(addWorkingDays(deps.clock.today(), DAYS_TO_LOOK)).toString(),
    };
  },
});
