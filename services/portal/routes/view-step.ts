import Joi from 'joi';
import { readDraft } from '../application/read-draft.ts';
import { stepPage } from '../application/step-page.ts';
import { type FormStep, formSteps } from '../application/steps.ts';
import { definePage } from '../define-page.ts';

export default definePage<{ step: FormStep }>({
  method: 'GET',
  path: '/mein/antrag/duldung/{step}',
  summary: 'Portal: Fragen eines Schritts des Antrags',
  params: {
    step: Joi.string()
      .valid(...formSteps)
      .required(),
  },
  show: async (input, { db }) => stepPage(input.params.step, await readDraft(db, input.user.account), {}, input),
});
