import Joi from 'joi';
import { withdrawCase } from '../../caselife/index.ts';
import { getVisibleCase } from '../../cases/index.ts';
import { Conflict } from '../../platform/errors.ts';
import { definePage } from '../define-page.ts';

export default definePage<{ caseId: string }>({
  method: 'POST',
  path: '/mein/vorgang/{caseId}/zuruecknehmen',
  summary: 'Portal: den Antrag zurücknehmen',
  params: { caseId: Joi.string().guid().required() },
  guard: async ({ user, params }, deps) => void (await getVisibleCase(deps, user, params.caseId, ['portal'])),
  show: async ({ user, params }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['portal']);
    const back = `/mein/vorgang/${found.caseId}`;
    try {
      await withdrawCase(deps, { caseId: found.caseId, by: user.account });
    } catch (error) {
      // Decided meanwhile: the page shows what came of it.
      if (error instanceof Conflict) return { to: back };
      throw error;
    }
    return { to: `${back}?zurueck=1` };
  },
});
