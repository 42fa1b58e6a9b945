import { addHistory } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { nowOf } from '../platform/clock.ts';
import { notifyTask } from './open-task.ts';
import { lockTaskOfJob, updateTask } from './store.ts';

/** The engine's last word on a job: done, or withdrawn. What a person had entered into a withdrawn task stays with it. */
export const settleTask = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock'>,
  jobKey: string,
  status: 'erledigt' | 'entfallen',
): Promise<void> => {
  const task = await lockTaskOfJob(trx, jobKey);
  if (!task || task.status === 'erledigt' || task.status === 'entfallen') return;
  const gone = status === 'entfallen';
  const kept = task.input ?? task.draft;
  await Promise.all([
    updateTask(trx, task.taskId, { status, ...(gone && !task.input && task.draft ? { input: task.draft } : {}) }),
    gone &&
      addHistory(trx, {
        caseId: task.caseId,
        at: nowOf(deps),
        text: `„${task.name}“ ist entfallen${kept ? '; die Eingaben sind aufbewahrt' : ''}`,
        elementId: task.elementId,
        by: 'Lotse',
        lineKey: `task-gone:${task.taskId}`,
      }),
    notifyTask(trx, task),
  ]);
};
