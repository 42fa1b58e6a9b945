import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { factIs, readFact } from '../../office/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { addHistory } from '../history-store.ts';
import { notifyCase } from '../notify-case.ts';
import { storeRepresentation } from '../representation-store.ts';
import { lockCase } from '../store.ts';

/** What the clerk found when checking the power of attorney: from now on letters go to the representative, or still to the person. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const found = await lockCase(trx, job.variables.caseId);
      if (!found) throw new Error('Den Vorgang gibt es nicht.');
      const { caseId, facts } = found;
      const name = readFact(facts, 'vertreterName');
      const valid = factIs(facts, 'vollmachtErgebnis', 'GUELTIG');
      if (valid && !name) throw new Error('Die Vollmacht gilt, aber der Name der Vertretung fehlt (vertreterName).');
      const since = deps.clock.today().toString();
      const kind = readFact(facts, 'vertreterArt') || 'SONSTIGES';
      await storeRepresentation(trx, caseId, valid ? { name, address: readFact(facts, 'vertreterAnschrift'), kind, since } : null);
      await addHistory(trx, {
        caseId,
        at: nowOf(deps),
        text: valid ? `Vertretung eingetragen: ${name}. Briefe gehen dorthin` : 'Vertretung nicht eingetragen: die Vollmacht gilt nicht',
        elementId: job.elementId,
        by: 'Lotse',
        lineKey: `representation:${job.elementInstanceKey}`,
      });
      await notifyCase(trx, found);
      return {};
    }),
});
