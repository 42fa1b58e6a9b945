import { defineProjection } from '../../engine/define-projection.ts';
import { openTask } from '../open-task.ts';
import { hasTaskOfJob } from '../store.ts';

const text = (value: unknown): string => String(value ?? '');

/** Creates a task that the worker missed: activated by a process that died before it had stored it. */
export default defineProjection({
  valueType: 'JOB',
  intents: ['CREATED'],
  apply: async ({ key, value }, { trx, caseId, deps }) => {
    if (value.type !== 'io.camunda.zeebe:userTask' || !caseId || (await hasTaskOfJob(trx, key))) return;
    await openTask(trx, deps, {
      jobKey: key,
      caseId,
      processInstanceKey: text(value.processInstanceKey),
      elementInstanceKey: text(value.elementInstanceKey),
      bpmnProcessId: text(value.bpmnProcessId),
      processDefinitionKey: text(value.processDefinitionKey),
      elementId: text(value.elementId),
      customHeaders: value.customHeaders as Record<string, string>,
      variables: {},
    });
  },
});
