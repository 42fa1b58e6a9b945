import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { audit } from '../../platform/audit.ts';
import { nowOf } from '../../platform/clock.ts';
import { addHistory } from '../history-store.ts';
import { notifyCase } from '../notify-case.ts';
import { dropFacts, lockCase } from '../store.ts';

const PREFIX = 'fingerabdr';

/** The card has been handed out: what was kept of the person's fingerprints goes now at the latest (§ 61a AufenthV). */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId } = job.variables;
      const found = await lockCase(trx, caseId);
      if (!found) throw new Error('Den Vorgang gibt es nicht.');
      const names = Object.keys(found.facts).filter((name) => name.toLowerCase().startsWith(PREFIX));
      await dropFacts(trx, caseId, names);
      await addHistory(trx, {
        caseId,
        at: nowOf(deps),
        text: 'Angaben zu den Fingerabdrücken gelöscht (§ 61a AufenthV)',
        elementId: job.elementId,
        by: 'Lotse',
        lineKey: `fingerprints-deleted:${job.elementInstanceKey}`,
      });
      if (names.length > 0)
        await audit(trx, { actor: 'workers', action: 'delete fingerprints', caseId, section: found.section, outcome: 'done' });
      await notifyCase(trx, found);
      return {};
    }),
});
