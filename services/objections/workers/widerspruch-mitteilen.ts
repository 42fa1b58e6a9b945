import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { formatDate, office, sendLetter } from '../../letters/index.ts';
import { readFact } from '../../office/index.ts';

type Mitteilung = 'EINGANG' | 'UNSTATTHAFT' | 'ABGABE';

const letters = {
  EINGANG: 'widerspruch-eingang',
  UNSTATTHAFT: 'widerspruch-unstatthaft',
  ABGABE: 'widerspruch-abgabe',
} as const satisfies Record<Mitteilung, string>;

/** Tells the person where their objection stands: it is here, it is none, or it went to the Regierungspräsidium. Each once per case. */
export default defineWorker<{ caseId: string; mitteilung: Mitteilung }>({
  input: {
    caseId: Joi.string().uuid().required(),
    mitteilung: Joi.string()
      .valid(...Object.keys(letters))
      .required(),
  },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, mitteilung } = job.variables;
      const found = await getCase(trx, caseId);
      const decidedOn = readFact(found.facts, 'angegriffenerBescheidVom');
      await sendLetter(trx, deps, {
        caseId,
        type: letters[mitteilung],
        businessKey: `${caseId}:widerspruch:${mitteilung}`,
        data: {
          widerspruchVom: formatDate(readFact(found.facts, 'eingangAm') ?? found.receivedAt),
          angegriffen: decidedOn ? `unsere Entscheidung vom ${formatDate(decidedOn)}` : 'eine unserer Entscheidungen',
          verwaltungsgericht: office.verwaltungsgericht,
          behoerde: office.widerspruchsbehoerde,
        },
        by: 'Lotse',
        elementId: job.elementId,
      });
      return {};
    }),
});
