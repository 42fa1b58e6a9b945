import { setTimeout as pause } from 'node:timers/promises';
import Joi from 'joi';
import type { Deps } from '../../engine/contracts.ts';
import { defineCommand } from '../../engine/define-command.ts';
import { type JobOutcome, jobOutcome } from '../../engine/index.ts';
import { engineFields, validateForm } from '../../forms/index.ts';
import { formOfTask } from '../form-of-task.ts';
import { settleTask } from '../settle-task.ts';
import { findTask } from '../store.ts';

const PATIENCE_MS = 5_000;

/** The record stream is a second or two behind: what became of the job is asked a few times before the command fails and waits its turn. */
const awaitOutcome = async (deps: Pick<Deps, 'db'>, jobKey: string, signal: AbortSignal): Promise<JobOutcome> => {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const outcome = await jobOutcome(deps.db, jobKey);
    if (outcome === 'completed' || outcome === 'canceled' || performance.now() > until) return outcome;
    await pause(250, undefined, { signal });
  }
};

/** Tells the engine that a person has completed a task. If the job is gone, the record stream knows whether by us or by a withdrawal. */
export default defineCommand<{ taskId: string; caseId: string }>({
  schema: { taskId: Joi.string().uuid().required(), caseId: Joi.string().uuid().required() },
  run: async ({ taskId }, deps: Deps, { signal }) => {
    const task = await findTask(deps.db, taskId);
    if (task?.status !== 'wird-verarbeitet') return;
    const { form, context } = await formOfTask(deps.db, deps, task);
    const wanted = form ? engineFields(form) : [];
    // Fields the form hid are sent as null, so that an answer of an earlier round does not live on in the engine.
    const { values } = form ? validateForm(form, task.input ?? {}, context, '0000-00-00') : { values: {} as Record<string, unknown> };
    const variables = Object.fromEntries(wanted.map((name) => [name, values[name] ?? null]));
    if ((await deps.engine.completeJob(task.jobKey, variables)) === 'completed') {
      await deps.db.transaction((trx) => settleTask(trx, deps, task.jobKey, 'erledigt'));
      return;
    }
    const outcome = await awaitOutcome(deps, task.jobKey, signal);
    if (outcome === 'completed') await deps.db.transaction((trx) => settleTask(trx, deps, task.jobKey, 'erledigt'));
    else if (outcome === 'canceled') await deps.db.transaction((trx) => settleTask(trx, deps, task.jobKey, 'entfallen'));
    else throw new Error(`Die Engine kennt die Aufgabe ${taskId} nicht mehr, und ihr Protokoll sagt noch nicht warum.`);
  },
});
