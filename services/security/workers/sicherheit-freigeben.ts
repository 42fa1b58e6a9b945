import Joi from 'joi';
import { lockCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { nowOf } from '../../platform/clock.ts';
import { findLinkOfHidden, updateLink } from '../link-store.ts';
import { releaseMainCase } from '../release-main-case.ts';

/** The officers let the ordinary case go on. What they saw stays in the hidden case. `caseId` is the hidden case's. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId } = job.variables;
      const found = await findLinkOfHidden(trx, caseId);
      // Opened by an officer of their own accord: no ordinary case waits for it.
      if (!found) return {};
      await lockCase(trx, found.mainCaseId);
      const link = await findLinkOfHidden(trx, caseId);
      if (link?.signalledAt) return {};
      const at = nowOf(deps);
      const told = await releaseMainCase(trx, deps, found.mainCaseId);
      await updateLink(trx, caseId, { releasedAt: link?.releasedAt ?? at, ...(told ? { signalledAt: at } : {}) });
      return {};
    }),
});
