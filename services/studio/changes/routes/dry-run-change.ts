import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { dryRun } from '../../dry-run/answers.ts';
import { shownTo } from '../../dry-run/shown-to.ts';
import { readers, requireTrier } from '../../rights.ts';
import { absent, changeId } from '../../schemas.ts';
import { dryRunChange } from '../dry-run-change.ts';
import { loadChange } from '../load-change.ts';

export default defineRoute<Deps, { id: string }>({
  method: 'POST',
  path: '/api/process-changes/{id}/dry-run',
  summary: 'which open cases and tasks would be treated otherwise',
  access: readers,
  limit: { kind: 'check' },
  params: changeId,
  answers: {
    200: {
      description: 'numbers are rounded down to steps of five; hidden cases are never in it; the result is kept with the change',
      schema: dryRun,
    },
    ...absent,
    503: { description: 'the engine does not answer' },
  },
  guard: async ({ user, params }, { db }) => {
    requireTrier(user);
    await loadChange(db, params.id);
  },
  handle: async ({ user, params, signal }, deps) =>
    reply(200, await shownTo(deps, user, await dryRunChange(deps, user, params.id, signal))),
});
