import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { readFact } from '../../office/index.ts';
import { basisOf, endOfBasis } from '../end-of-basis.ts';

const NO_LIMIT = 999;

/** Months begun count whole: the proposal that follows never goes beyond the day itself. */
const monthsUntil = (date: string | undefined, today: Temporal.PlainDate): number => {
  if (date === undefined) return NO_LIMIT;
  const left = today.until(Temporal.PlainDate.from(date), { largestUnit: 'months' });
  return Math.max(0, left.months + (left.days > 0 ? 1 : 0));
};

/** Inputs of D12 with their defaults: on what the paper rests, whether it is the first one, and how long training or job still last. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  output: { grundlage: 'code', ersterteilung: 'flag', rechtmaessigMonate: 'number', dauerMonate: 'number' },
  handle: async (job, deps: Deps) => {
    const found = await getCase(deps.db, job.variables.caseId);
    return {
      grundlage: basisOf(found),
      ersterteilung: readFact(found.facts, 'ersterteilung'),
      rechtmaessigMonate: 0,
      dauerMonate: monthsUntil(endOfBasis(found), deps.clock.today()),
    };
  },
});
