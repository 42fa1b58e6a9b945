import Joi from 'joi';
import { readDraft } from '../application/read-draft.ts';
import { stepPage } from '../application/step-page.ts';
import { checkStep, type FormStep, fieldsOf, formSteps, isFaulty, pathOf, stepAfter } from '../application/steps.ts';
import { definePage } from '../define-page.ts';
import { pickTyped } from '../fields/read-fields.ts';
import { saveDraft } from '../store.ts';

/** What was typed is kept, faults or not: whoever comes back finds it. */
export default definePage<{ step: FormStep }>({
  method: 'POST',
  path: '/mein/antrag/duldung/{step}',
  summary: 'Portal: Antworten eines Schritts annehmen',
  params: {
    step: Joi.string()
      .valid(...formSteps)
      .required(),
  },
  readsText: true,
  guard: 'access',
  show: async (input, { db, clock }) => {
    const { params, form, t, user } = input;
    const typed = pickTyped(fieldsOf(params.step), form);
    await saveDraft(db, user.account, { ...(await readDraft(db, user.account)), ...typed });
    const faults = checkStep(params.step, typed, t, clock.today().toString());
    return isFaulty(faults) ? stepPage(params.step, typed, faults, input) : { to: pathOf(stepAfter(params.step)) };
  },
});
