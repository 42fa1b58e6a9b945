import { auditList, hiddenAmong } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { listFailed } from '../../engine/outbox/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import type { FailedCommands } from '../answers.ts';
import { failedCommands } from '../answers.ts';
import { droppable } from '../droppable.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/operations/commands',
  summary: 'engine commands that keep failing, with their case, and whether the engine works at all',
  access: groupsWith('see-operations'),
  answers: {
    200: {
      description: 'newest first',
      schema: failedCommands,
    },
  },
  handle: async ({ user }, deps) => {
    const items = await listFailed(deps.db);
    const hidden = await hiddenAmong(
      deps.db,
      items.flatMap((item) => item.caseId ?? []),
    );
    const shown = items.filter((item) => !item.caseId || !hidden.has(item.caseId));
    await auditList(deps.db, { actor: user.account, what: 'failing commands', caseIds: shown.flatMap((item) => item.caseId ?? []) });
    const told = shown.map(({ runAt, createdAt, ...item }) => ({
      ...item,
      runAt: new Date(runAt).toISOString(),
      createdAt: new Date(createdAt).toISOString(),
      droppable: item.givenUp && droppable.has(item.name),
    }));
    return reply(200, { items: told, engine: deps.engine.health() } satisfies FailedCommands);
  },
});
