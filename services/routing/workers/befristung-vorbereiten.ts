import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import type { Deps } from '../../engine/contracts.ts';
import { defineWorker } from '../../engine/define-worker.ts';

const NO_LIMIT = 999;

const monthsUntil = (date: unknown, today: Temporal.PlainDate): number =>
  typeof date === 'string' ? Math.max(0, today.until(Temporal.PlainDate.from(date), { largestUnit: 'months' }).months) : NO_LIMIT;

/** Inputs of D12 with their defaults: on what the paper rests, whether it is the first one, and how long training or job still last. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: async (job, deps: Deps) => {
    const { facts } = await getCase(deps.db, job.variables.caseId);
    return {
      grundlage: String(facts.duldungsgrund ?? ''),
      ersterteilung: facts.ersterteilung === 'JA',
      rechtmaessigMonate: 0,
      dauerMonate: monthsUntil(facts.ausbildungEnde ?? facts.beschaeftigungEnde, deps.clock.today()),
    };
  },
});
