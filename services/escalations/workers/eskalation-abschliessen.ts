import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { answerQuestion, type Votum, vota } from '../answer-question.ts';

export default defineWorker<{ caseId: string; eskalationId: string; votum: Votum; rolle: string | null }>({
  input: {
    caseId: Joi.string().uuid().required(),
    eskalationId: Joi.string().uuid().required(),
    votum: Joi.string()
      .valid(...vota)
      .required(),
    rolle: Joi.string().allow(null, '').default(null),
  },
  output: { eskalationErgebnis: vota, rolle: 'code' },
  handle: async (job, deps) => {
    const { caseId, eskalationId, votum, rolle } = job.variables;
    const answered = await deps.db.transaction((trx) =>
      answerQuestion(trx, deps, { caseId, eskalationId, votum, rolle: rolle || null, elementId: job.elementId }),
    );
    return { eskalationErgebnis: votum, rolle: answered.rolle };
  },
});
