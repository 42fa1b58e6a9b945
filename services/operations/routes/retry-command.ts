import type { Deps } from '../../deps.ts';
import { retryCommand } from '../../engine/outbox/index.ts';
import { audit } from '../../platform/audit.ts';
import { Conflict } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { settledCommand } from '../answers.ts';
import { getFailedCommand } from '../get-failed-command.ts';
import { commandId } from '../schemas.ts';

export default defineRoute<Deps, { id: string }>({
  method: 'POST',
  path: '/api/operations/commands/{id}/retry',
  summary: 'try a command again that failed, with all its tries',
  access: groupsWith('see-operations'),
  params: { id: commandId },
  answers: {
    202: { description: 'will be tried', schema: settledCommand },
    404: { description: 'no such command, or it has succeeded by now' },
    409: { description: 'it runs at this moment' },
  },
  guard: async ({ params }, deps) => void (await getFailedCommand(deps, params.id)),
  handle: async ({ user, params: { id } }, deps) => {
    const { name, caseId } = await getFailedCommand(deps, id);
    await deps.db.transaction(async (trx) => {
      if (!(await retryCommand(trx, id))) throw new Conflict('Dieser Auftrag läuft gerade oder ist schon erledigt.');
      const entry = { actor: user.account, object: `command ${id}`, outcome: 'done' as const, payload: { name } };
      await audit(trx, { ...entry, action: 'retry command', ...(caseId ? { caseId } : {}) });
    });
    return reply(202, { id });
  },
});
