import Joi from 'joi';
import { addHistory, lockCase, notifyCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { nowOf } from '../../platform/clock.ts';
import { insertFee } from '../store.ts';
import { inWords, outstanding } from '../view-fee.ts';

type In = { caseId: string; leistung: string; gebuehrErgebnis: { betrag: number; norm: string | null } };

/** Sets what the table says for this service, once per case. What a case owes stays owed when the table changes. */
export default defineWorker<In>({
  input: {
    caseId: Joi.string().uuid().required(),
    leistung: Joi.string().required(),
    gebuehrErgebnis: Joi.object({ betrag: Joi.number().min(0).required(), norm: Joi.string().allow('', null).default('') })
      .unknown()
      .required(),
  },
  output: { betragFaellig: 'number' },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, leistung, gebuehrErgebnis } = job.variables;
      const found = await lockCase(trx, caseId);
      if (!found) throw new Error('Den Vorgang gibt es nicht.');
      const amount = Math.round(gebuehrErgebnis.betrag * 100);
      const norm = gebuehrErgebnis.norm ?? '';
      const setAt = nowOf(deps);
      if (await insertFee(trx, { caseId, service: leistung, amount, norm, setAt })) {
        const why = norm ? ` (${norm})` : '';
        const text = amount > 0 ? `Gebühr festgesetzt: ${inWords(amount)}${why}` : `Es fällt keine Gebühr an${why}`;
        await addHistory(trx, { caseId, at: setAt, text, elementId: job.elementId, by: 'Lotse', lineKey: `fee:${leistung}` });
        await notifyCase(trx, found);
      }
      return { betragFaellig: (await outstanding(trx, caseId)) / 100 };
    }),
});
