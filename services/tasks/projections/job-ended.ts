import { defineProjection } from '../../engine/define-projection.ts';
import { settleTask } from '../settle-task.ts';

/** Closes tasks the engine has ended: cancelled with their instance, or completed although our own answer was lost. */
export default defineProjection({
  valueType: 'JOB',
  intents: ['COMPLETED', 'CANCELED'],
  apply: async ({ key, intent, value }, { trx, deps }) => {
    if (value.type !== 'io.camunda.zeebe:userTask') return;
    await settleTask(trx, deps, key, intent === 'COMPLETED' ? 'erledigt' : 'entfallen');
  },
});
