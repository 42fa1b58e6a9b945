import { defineProjection } from '../../engine/define-projection.ts';
import { isUserTask } from '../is-user-task.ts';
import { openTask } from '../open-task.ts';
import { listTasksOfJobs } from '../store.ts';

const text = (value: unknown): string => String(value ?? '');

/** Creates a task that the worker missed: activated by a process that died before it had stored it. */
export default defineProjection({
  valueType: 'JOB',
  intents: ['CREATED'],
  done: async (records, trx) =>
    new Set(
      (
        await listTasksOfJobs(
          trx,
          records.filter(isUserTask).map(({ key }) => key),
        )
      ).map(({ jobKey }) => jobKey),
    ),
  apply: async (record, { trx, caseId, deps }) => {
    const { key, value } = record;
    if (!caseId || !isUserTask(record) || (await listTasksOfJobs(trx, [key])).length > 0) return;
    await openTask(trx, deps, {
      jobKey: key,
      caseId,
      processInstanceKey: text(value.processInstanceKey),
      elementInstanceKey: text(value.elementInstanceKey),
      bpmnProcessId: text(value.bpmnProcessId),
      processDefinitionKey: text(value.processDefinitionKey),
      elementId: text(value.elementId),
      customHeaders: (value.customHeaders ?? {}) as Record<string, string>,
      variables: {},
    });
  },
});
