import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineCommand } from '../../engine/define-command.ts';
import { jobOutcome } from '../../engine/records/index.ts';
import { engineFields, validateForm } from '../../forms/index.ts';
import { formOfTask } from '../form-of-task.ts';
import { findShownTask } from '../list-store.ts';
import { settleTask } from '../settle-task.ts';

type Payload = { taskId: string; caseId: string; asked: number };

declare module '../../engine/define-command.ts' {
  interface Payloads {
    'complete-task': Omit<Payload, 'asked'> & Partial<Payload>;
  }
}

const ASK_AGAIN_MS = 2_000;
/** After ten minutes it is no longer a delay, and operations should know of it. */
const MOST_QUESTIONS = 300;

/**
 * Tells the engine that a person has completed a task. If the job is gone, the record stream knows whether by us or by a withdrawal. The stream is a
 * second behind, and half a minute when the engine was killed and sends its log again: the question is put again later, so that it takes no place from others.
 */
export default defineCommand<Payload>({
  schema: { taskId: Joi.string().uuid().required(), caseId: Joi.string().uuid().required(), asked: Joi.number().integer().default(0) },
  atOnce: true,
  run: async ({ taskId, caseId, asked }, deps: Deps) => {
    const task = await findShownTask(deps.db, taskId);
    if (task?.status !== 'wird-verarbeitet') return;
    const { form, context } = await formOfTask(deps.db, deps, task);
    const wanted = form ? engineFields(form) : [];
    // Fields the form hid are sent as null, so that an answer of an earlier round does not live on in the engine.
    const { values } = form ? validateForm(form, task.input ?? {}, context, undefined) : { values: {} as Record<string, unknown> };
    const variables = Object.fromEntries(wanted.map((name) => [name, values[name] ?? null]));
    if ((await deps.engine.completeJob(task.jobKey, variables)) === 'completed') {
      await settleTask(deps.db, deps, task.jobKey, 'erledigt');
      return;
    }
    const outcome = await jobOutcome(deps.db, task.jobKey);
    if (outcome === 'completed' || outcome === 'canceled') {
      await settleTask(deps.db, deps, task.jobKey, outcome === 'completed' ? 'erledigt' : 'entfallen');
      return;
    }
    if (asked >= MOST_QUESTIONS) throw new Error(`Die Engine kennt die Aufgabe ${taskId} nicht mehr, und ihr Protokoll sagt nicht warum.`);
    await deps.db.transaction((trx) =>
      deps.commands.add(trx, 'complete-task', { taskId, caseId, asked: asked + 1 }, { delayMs: ASK_AGAIN_MS }),
    );
  },
});
