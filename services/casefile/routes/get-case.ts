import { caseId, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { auditAlone } from '../../platform/audit.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { either } from '../../platform/shape.ts';
import { caseViews } from '../answers.ts';
import { viewCase } from '../view-case.ts';

export default defineRoute<Deps, { caseId: string }>({
  method: 'GET',
  path: '/api/cases/{caseId}',
  summary: 'one case: what this person may see of it',
  access: 'signed-in',
  params: caseId,
  answers: {
    200: {
      description: 'the file; less of it for those who give information only, and for applicants',
      schema: either(caseViews.full, caseViews.statusOnly, caseViews.own),
    },
    404: { description: 'absent, hidden or not mine' },
  },
  handle: async ({ user, params }, deps) => {
    const { found, level } = await getVisibleCase(deps, user, params.caseId, ['full', 'status', 'portal']);
    const shown = await viewCase(deps, user, found, level);
    // Whose names stand in it, too.
    const relatives = 'relatives' in shown ? shown.relatives.flatMap((each) => each.personId ?? []) : [];
    await auditAlone(deps.db, {
      actor: user.account,
      action: 'view case',
      caseId: found.caseId,
      section: found.section,
      outcome: 'done',
      payload: { level, ...(relatives.length > 0 ? { persons: relatives } : {}) },
    });
    return reply(200, shown);
  },
});
