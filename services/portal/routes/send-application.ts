import { checkPage, faultySteps } from '../application/check-page.ts';
import { sendApplication } from '../application/send-application.ts';
import { declarations, isFaulty } from '../application/steps.ts';
import { definePage } from '../define-page.ts';
import { checkFields, pickTyped } from '../fields/read-fields.ts';
import { findDraft, listFiles } from '../store.ts';

export default definePage({
  method: 'POST',
  path: '/mein/antrag/duldung/absenden',
  summary: 'Portal: den Antrag absenden',
  guard: 'access',
  show: async (input, deps) => {
    const { form, t, user } = input;
    const today = deps.clock.today().toString();
    const draft = await findDraft(deps.db, user.account);
    // Sent already: a second click, or the way back in the browser.
    if (!draft) return { to: '/mein' };
    const faults = checkFields(declarations, pickTyped(declarations, form), t, today);
    if (isFaulty(faults) || faultySteps(draft.typed, t, today).length > 0)
      return checkPage({ typed: draft.typed, files: await listFiles(deps.db, user.account), today }, faults, true, input);
    const caseId = await sendApplication(deps, user.account);
    return { to: caseId ? `/mein/vorgang/${caseId}?neu=1` : '/mein' };
  },
});
