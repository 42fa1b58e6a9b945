import Joi from 'joi';
import { placeOrder } from '../../authorities/index.ts';
import { lockCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { getRowWith } from '../../office/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { findLinkOfMain, updateLink } from '../link-store.ts';
import { releaseMainCase } from '../release-main-case.ts';

/** The officers let the case go at a moment when it was between two waits: the new one hears of it. */
const passLateRelease = (deps: Deps, caseId: string): Promise<void> =>
  deps.db.transaction(async (trx) => {
    await lockCase(trx, caseId);
    const link = await findLinkOfMain(trx, caseId);
    if (!link?.releasedAt || link.signalledAt) return;
    if (await releaseMainCase(trx, deps, caseId)) await updateLink(trx, link.hiddenCaseId, { signalledAt: nowOf(deps) });
  });

/** Asks the security authorities by way of the Bundesverwaltungsamt (§ 73 (2) AufenthG), anew in every round, whatever an earlier one brought. */
export default defineWorker<{ caseId: string; warteId: string }>({
  input: { caseId: Joi.string().uuid().required(), warteId: Joi.string().uuid().required() },
  maxJobs: 4,
  handle: async (job, deps: Deps) => {
    const { caseId, warteId } = job.variables;
    const { code: authority } = getRowWith('behoerden', 'sicherheit');
    await placeOrder(deps, {
      businessKey: `${caseId}:${warteId}:${authority}`,
      caseId,
      warteId,
      authority,
      occasion: 'sicherheit',
      elementId: job.elementId,
      hidden: true,
      text: null,
      lastTry: job.retries <= 1,
    });
    await passLateRelease(deps, caseId);
    return {};
  },
});
