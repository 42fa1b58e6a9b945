import { randomUUID } from 'node:crypto';
import Joi from 'joi';
import type { Deps } from '../../../services/deps.ts';
import type { AnyCommand } from '../../../services/engine/define-command.ts';
import type { AnyWorker, Job } from '../../../services/engine/define-worker.ts';

export type JobOptions = { key?: string; retries?: number; elementId?: string; processInstanceKey?: string };

/** Runs a worker as the runtime does: variables checked, then the handler. */
export const work = async (
  deps: Deps,
  worker: AnyWorker,
  variables: Record<string, unknown>,
  { key = randomUUID(), retries = 5, elementId = 'serviceTask_Probe', processInstanceKey = '1' }: JobOptions = {},
): Promise<Record<string, unknown>> => {
  const job = {
    key,
    elementId,
    retries,
    processInstanceKey,
    elementInstanceKey: key,
    variables: Joi.attempt(variables, Joi.object(worker.input), { stripUnknown: true }),
  };
  return (await worker.handle(job as unknown as Job<never>, deps)) as Record<string, unknown>;
};

type Waiting = { id: string; payload: { commandId: string; payload: Record<string, unknown> } };

/** Takes the commands of one name out of the outbox and runs each, as often as it is told to. */
export const runCommands = async (deps: Deps, name: string, command: AnyCommand, times = 1): Promise<number> => {
  const { rows } = (await deps.db.raw(
    `select j.id, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = ? order by j.id`,
    [name],
  )) as { rows: Waiting[] };
  for (const { id, payload } of rows) {
    for (let turn = 0; turn < times; turn += 1)
      await command.run(payload.payload as never, deps, {
        commandId: payload.commandId,
        attempt: turn + 1,
        signal: AbortSignal.timeout(10_000),
      });
    await deps.db.raw('delete from graphile_worker._private_jobs where id = ?', [id]);
  }
  return rows.length;
};
