import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { readFact } from '../../office/index.ts';
import { findWait } from '../../waits/index.ts';
import { formatDay } from '../format-date.ts';
import { sendLetter } from '../send-letter.ts';

/** Before an adverse decision the person is heard (§ 28 VwVfG). The wait is new in every round, so it names the letter. */
export default defineWorker<{ caseId: string; warteId: string }>({
  input: { caseId: Joi.string().uuid().required(), warteId: Joi.string().uuid().required() },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, warteId } = job.variables;
      const wait = await findWait(trx, warteId);
      if (!wait || wait.caseId !== caseId) throw new Error('Die Frist der Anhörung gibt es nicht.');
      const { facts } = await getCase(trx, caseId);
      const grund = readFact(facts, 'anhoerungGruende');
      if (grund === '') throw new Error('Die Gründe fehlen (anhoerungGruende); ohne sie kann niemand zu ihnen Stellung nehmen.');
      await sendLetter(trx, deps, {
        caseId,
        type: 'anhoerung',
        businessKey: `${caseId}:anhoerung:${warteId}`,
        data: { grund, frist: formatDay(wait.until) },
        by: 'Lotse',
        elementId: job.elementId,
      });
      return {};
    }),
});
