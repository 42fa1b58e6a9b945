import type { Deps } from '../../../deps.ts';
import { defineRoute, reply, type User } from '../../../platform/route.ts';
import { requireKnown } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent, changeId } from '../../schemas.ts';
import type { Checked } from '../answers.ts';
import { checked } from '../answers.ts';
import { checkChange } from '../check-change.ts';
import { type LoadedChange, loadChange, textsOf } from '../load-change.ts';

const loadKnown = async (deps: Deps, user: User, changeId: string): Promise<LoadedChange> => {
  const loaded = await loadChange(deps.db, changeId);
  await requireKnown(deps, user, textsOf(loaded));
  return loaded;
};

export default defineRoute<Deps, { id: string }>({
  method: 'POST',
  path: '/api/process-changes/{id}/check',
  summary: 'everything that stands against a release of this change',
  access: readers,
  limit: { kind: 'check' },
  params: changeId,
  answers: {
    200: {
      description: 'an error forbids to hand it in, a warning does not',
      schema: checked,
    },
    ...absent,
  },
  guard: async ({ user, params }, deps) => void (await loadKnown(deps, user, params.id)),
  handle: async ({ user, params }, deps) => {
    const findings = await checkChange(deps, await loadKnown(deps, user, params.id));
    return reply(200, { findings, errors: findings.filter(({ severity }) => severity === 'error').length } satisfies Checked);
  },
});
