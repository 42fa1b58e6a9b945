import { defineProjection } from '../../engine/define-projection.ts';
import { isUserTask } from '../is-user-task.ts';
import { settleTask } from '../settle-task.ts';
import { listTasksOfJobs } from '../store.ts';

/** Closes tasks the engine has ended: cancelled with their instance, or completed although our own answer was lost. */
export default defineProjection({
  valueType: 'JOB',
  intents: ['COMPLETED', 'CANCELED'],
  done: async (records, trx) => {
    const tasks = await listTasksOfJobs(
      trx,
      records.filter(isUserTask).map(({ key }) => key),
    );
    return new Set(tasks.filter(({ status }) => status === 'erledigt' || status === 'entfallen').map(({ jobKey }) => jobKey));
  },
  apply: async (record, { trx, deps }) => {
    if (isUserTask(record)) await settleTask(trx, deps, record.key, record.intent === 'COMPLETED' ? 'erledigt' : 'entfallen');
  },
});
