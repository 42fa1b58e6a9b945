import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { handsOf } from '../../office/index.ts';
import { addWorkingDays, endOfDay } from '../../platform/calendar.ts';

const DAYS_TO_LOOK = 5;

/** The task goes to the hands that have the case; a case nobody has yet goes to the service desk, a hidden one never leaves its circle. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  output: { sachgebiet: 'code', rolle: 'code', faelligAm: 'date' },
  handle: async (job, deps) => {
    const found = await getCase(deps.db, job.variables.caseId);
    const { section, group } = handsOf(found);
    return {
      sachgebiet: section,
      rolle: group,
      faelligAm: endOfDay(addWorkingDays(deps.clock.today(), DAYS_TO_LOOK)).toString(),
    };
  },
});
