import { caseId, getCase, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { findPerson, listedName } from '../../persons/index.ts';
import { auditAlone } from '../../platform/audit.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { watchedCase } from '../answers.ts';
import { findLinkOfHidden } from '../link-store.ts';

/** For the officers alone: nobody else is told that such a thing exists. */
export default defineRoute<Deps, { caseId: string }>({
  method: 'GET',
  path: '/api/cases/{caseId}/watched',
  summary: 'the ordinary case a hidden one watches over, and why',
  access: groupsWith('see-hidden-cases'),
  inner: true,
  params: caseId,
  answers: {
    200: {
      description: 'null when it watches over none',
      schema: watchedCase,
    },
    404: { description: 'absent, not hidden, or not mine' },
  },
  handle: async ({ user, params }, { db }) => {
    const { found } = await getVisibleCase({ db }, user, params.caseId, ['full']);
    if (!found.hidden) throw new NotFound();
    const link = await findLinkOfHidden(db, found.caseId);
    await auditAlone(db, {
      actor: user.account,
      action: 'view watched case',
      caseId: found.caseId,
      section: found.section,
      outcome: 'done',
    });
    if (!link) return reply(200, { watched: null });
    const main = await getCase(db, link.mainCaseId);
    const person = await findPerson(db, main.personId);
    return reply(200, {
      watched: {
        caseId: main.caseId,
        aktenzeichen: main.aktenzeichen,
        anliegen: main.anliegen,
        person: person ? listedName(person.details) : '',
        grounds: link.grounds,
        releasedAt: link.releasedAt?.toISOString() ?? null,
      },
    });
  },
});
