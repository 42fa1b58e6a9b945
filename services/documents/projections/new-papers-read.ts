import { defineProjection } from '../../engine/define-projection.ts';
import { announcePapers } from '../announce-papers.ts';
import { findUnreadOutside, markLookedAt } from '../store.ts';

/**
 * The clerk has done "Neue Unterlagen prüfen": what had come by then is read, and the next paper makes a task of its own. A
 * paper that came between the clerk's click and this record found the old task still open, so its task is made here.
 */
export default defineProjection({
  valueType: 'JOB',
  intents: ['COMPLETED'],
  apply: async (record, { trx, caseId, deps }) => {
    if (!caseId || record.value.elementId !== 'userTask_NeueUnterlagenPruefen') return;
    await markLookedAt(trx, caseId, new Date(record.timestamp));
    const left = await findUnreadOutside(trx, caseId);
    if (left) await announcePapers(trx, deps, { caseId, documentId: left });
  },
});
