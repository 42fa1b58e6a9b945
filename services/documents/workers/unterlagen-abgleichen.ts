import Joi from 'joi';
import { lockCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { readFact } from '../../office/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import { findMissing } from '../required.ts';
import { markLookedAt, selectTypes } from '../store.ts';

/** Lays the file before the clerk: what is there, what the table of required papers still misses. From here on every paper is a new one. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  output: { fehlend: 'codes', vollstaendigVorschlag: 'flag' },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const found = await lockCase(trx, job.variables.caseId);
      if (!found) throw new NotFound();
      const present = await selectTypes(trx, found.caseId);
      await markLookedAt(trx, found.caseId, nowOf(deps));
      const fehlend = findMissing({ anliegen: found.anliegen, duldungsgrund: readFact(found.facts, 'duldungsgrund') }, present);
      return { fehlend, vollstaendigVorschlag: fehlend.length === 0 };
    }),
});
