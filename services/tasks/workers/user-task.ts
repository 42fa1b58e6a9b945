import Joi from 'joi';
import { committing } from '../../../db/pipelined-dialect.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker, leaveOpen } from '../../engine/define-worker.ts';
import { DAY_MS } from '../../platform/clock.ts';
import { openTask } from '../open-task.ts';

const THIRTY_DAYS_MS = 30 * DAY_MS;

/**
 * A user task is an ordinary job that rests with us until a person has completed it. The long timeout keeps the engine from handing all open
 * tasks out again and again; one that is lost between activation and storing is created from the record stream.
 */
export default defineWorker<{ caseId: string } & Record<string, unknown>>({
  type: 'io.camunda.zeebe:userTask',
  allVariables: true,
  input: { caseId: Joi.string().uuid().required() },
  timeoutMs: THIRTY_DAYS_MS,
  maxJobs: 32,
  handle: async (job, deps: Deps) => {
    const { key: jobKey, ...rest } = job;
    await deps.db.transaction((trx) => openTask(trx, deps, { ...rest, jobKey, caseId: job.variables.caseId }, committing(trx)));
    return leaveOpen;
  },
});
