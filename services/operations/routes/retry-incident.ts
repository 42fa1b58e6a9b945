import Joi from 'joi';
import { hiddenAmong } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { findOpenIncident } from '../../engine/records/index.ts';
import { audit } from '../../platform/audit.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { retriedIncident } from '../answers.ts';

const getIncident = async ({ db }: Pick<Deps, 'db'>, incidentKey: string) => {
  const incident = await findOpenIncident(db, incidentKey);
  if (!incident || (incident.caseId && (await hiddenAmong(db, [incident.caseId])).size > 0)) throw new NotFound();
  return incident;
};

/** Through the outbox, like every command to the engine: the answer does not wait for it. */
export default defineRoute<Deps, { incidentKey: string }>({
  method: 'POST',
  path: '/api/incidents/{incidentKey}/retry',
  summary: 'try a step again that stands still',
  access: groupsWith('see-operations'),
  params: {
    incidentKey: Joi.string()
      .pattern(/^\d{1,19}$/)
      .required()
      .description('key of the incident'),
  },
  answers: {
    202: { description: 'will be tried', schema: retriedIncident },
    404: { description: 'no such incident, or solved by now' },
  },
  guard: async ({ params }, deps) => void (await getIncident(deps, params.incidentKey)),
  handle: async ({ user, params }, deps) => {
    const { incidentKey, jobKey, caseId } = await getIncident(deps, params.incidentKey);
    await deps.db.transaction(async (trx) => {
      const object = `incident ${incidentKey}`;
      await audit(trx, { actor: user.account, action: 'retry incident', ...(caseId ? { caseId } : {}), object, outcome: 'done' });
      await deps.commands.add(trx, 'retry-incident', { incidentKey, jobKey, caseId }, { key: `retry:${incidentKey}` });
    });
    return reply(202, { incidentKey });
  },
});
