import Joi from 'joi';
import { addHistory, findApplicant, findRenewalOf, getCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { factsOfRound, findRow, readFact } from '../../office/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { openCaseIn } from '../open-case.ts';

/** Opens the renewal of a paper: same person, same Anliegen, what is known already is taken over. At most one renewal a case. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const former = await getCase(trx, job.variables.caseId);
      if (await findRenewalOf(trx, former.caseId)) return {};
      const validUntil = readFact(former.facts, 'gueltigBis');
      const person = await findApplicant(trx, former);
      if (!person) throw new Error('the former case has no person');
      const facts = Object.fromEntries(Object.entries(former.facts).filter(([name]) => !factsOfRound.includes(name)));
      const { aktenzeichen } = await openCaseIn(trx, deps, {
        anliegen: former.anliegen,
        applicant: person.details,
        facts: {
          ...facts,
          ...findRow('anliegen', former.anliegen)?.verlaengerung?.angaben,
          verlaengerung: true,
          ...(validUntil ? { papierGueltigBis: validUntil } : {}),
        },
        openedBy: former.createdBy,
        renewalOf: { caseId: former.caseId, personId: former.personId },
      });
      await addHistory(trx, {
        caseId: former.caseId,
        at: nowOf(deps),
        text: `Verlängerung eröffnet unter ${aktenzeichen}`,
        elementId: job.elementId,
        by: 'Lotse',
        lineKey: 'renewal-opened',
      });
      return {};
    }),
});
