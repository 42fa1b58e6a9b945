import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { settledCommand } from '../answers.ts';
import { dropFailedCommand } from '../drop-failed-command.ts';
import { getFailedCommand } from '../get-failed-command.ts';
import { commandId } from '../schemas.ts';

export default defineRoute<Deps, { id: string }, unknown, { reason: string }>({
  method: 'POST',
  path: '/api/operations/commands/{id}/drop',
  summary: 'take away a command that was given up; its case and the audit trail tell of it',
  access: groupsWith('see-operations'),
  params: { id: commandId },
  payload: Joi.object({ reason: Joi.string().trim().min(10).max(500).required().description('why it is not needed any more') }),
  answers: {
    200: { description: 'dropped', schema: settledCommand },
    404: { description: 'no such command, or it has succeeded by now' },
    409: { description: 'it is still being tried, runs now, or must not be dropped' },
  },
  guard: async ({ params }, deps) => void (await getFailedCommand(deps, params.id)),
  handle: async ({ user, params: { id }, payload: { reason } }, deps) => {
    await dropFailedCommand(deps, { id, reason, by: user.account });
    return reply(200, { id });
  },
});
