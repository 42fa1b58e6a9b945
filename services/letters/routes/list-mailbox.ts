import { auditList } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { mailbox } from '../answers.ts';
import { selectMailbox } from '../store.ts';
import { mailboxView } from '../view.ts';

/** The newest 200 letters; older ones stand in their cases. */
export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/portal/letters',
  summary: 'Postfach der angemeldeten antragstellenden Person',
  access: 'signed-in',
  answers: {
    200: {
      description: 'Briefe, neueste zuerst',
      schema: mailbox,
    },
    404: { description: 'nur antragstellende Personen haben ein Postfach' },
  },
  handle: async ({ user }, deps) => {
    if (!user.applicant) throw new NotFound();
    const letters = await selectMailbox(deps.db, user.account);
    await auditList(deps.db, { actor: user.account, what: 'letters', caseIds: letters.map((letter) => letter.caseId) });
    return reply(200, letters.map(mailboxView));
  },
});
