import { announcePapers } from '../../cases/index.ts';
import { defineProjection } from '../../engine/define-projection.ts';
import { CHECKS, isUserTask, listDone, listTasksOfJobs } from '../../tasks/index.ts';
import { findUnreadOutside, markLookedAt } from '../store.ts';

/**
 * The clerk has done a check of papers: what had come by their click is read. The next paper makes a task of its own; one that came between the
 * click on "Neue Unterlagen prüfen" and this record found that task still open, so its task is made here.
 */
export default defineProjection({
  valueType: 'JOB',
  intents: ['COMPLETED'],
  done: async (records, trx) => {
    const tasks = await listTasksOfJobs(
      trx,
      records.filter(isUserTask).map(({ key }) => key),
    );
    return new Set(tasks.filter(({ purpose }) => !purpose || !CHECKS.includes(purpose)).map(({ jobKey }) => jobKey));
  },
  apply: async (record, { trx, caseId, deps }) => {
    if (!caseId || !isUserTask(record)) return;
    const purpose = (await listTasksOfJobs(trx, [record.key]))[0]?.purpose;
    if (!purpose || !CHECKS.includes(purpose)) return;
    const click = (await listDone(trx, caseId, purpose)).at(-1)?.completedAt;
    await markLookedAt(trx, caseId, click ?? new Date(record.timestamp));
    const left = purpose === 'neue-unterlagen' ? await findUnreadOutside(trx, caseId) : undefined;
    if (left) await announcePapers(trx, deps, { caseId, documentId: left });
  },
});
