import { caseId, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { auditAlone } from '../../platform/audit.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { diagram } from '../answers.ts';
import { viewDiagram } from '../view-diagram.ts';

export default defineRoute<Deps, { caseId: string }>({
  method: 'GET',
  path: '/api/cases/{caseId}/diagram',
  summary: 'where a case stands in its processes, and the way it went',
  access: 'signed-in',
  params: caseId,
  answers: {
    200: {
      description: 'the root first, called processes with their caller; empty until the engine has taken the case',
      schema: diagram,
    },
    404: { description: 'absent, hidden or not mine' },
  },
  handle: async ({ user, params }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['full']);
    await auditAlone(deps.db, {
      actor: user.account,
      action: 'view case',
      caseId: found.caseId,
      section: found.section,
      object: 'diagram',
      outcome: 'done',
    });
    return reply(200, await viewDiagram(deps, found.caseId));
  },
});
