import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { askQuestion } from '../ask-question.ts';
import { escalationOutput } from '../decision-inputs.ts';

export default defineWorker<{ caseId: string; anlass: string }>({
  input: { caseId: Joi.string().uuid().required(), anlass: Joi.string().required() },
  output: { eskalationId: 'id', ausgeschlossen: 'accounts', ...escalationOutput },
  handle: (job, deps) =>
    deps.db.transaction((trx) => {
      const { caseId, anlass } = job.variables;
      return askQuestion(trx, deps, { caseId, anlass, jobKey: job.key, elementId: job.elementId });
    }),
});
