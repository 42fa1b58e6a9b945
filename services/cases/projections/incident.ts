import { defineProjection } from '../../engine/define-projection.ts';
import { countOpenIncidents } from '../../engine/records/index.ts';
import { notifyCase } from '../notify-case.ts';
import { findCase, updateCase } from '../store.ts';

/** A case with an unresolved incident shows as `stoerung` in every list. */
export default defineProjection({
  valueType: 'INCIDENT',
  intents: ['CREATED', 'RESOLVED'],
  apply: async (_record, { trx, caseId }) => {
    if (!caseId) return;
    await updateCase(trx, caseId, { openIncidents: await countOpenIncidents(trx, caseId) });
    const found = await findCase(trx, caseId);
    if (found) await notifyCase(trx, found);
  },
});
