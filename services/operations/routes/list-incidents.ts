import { auditList, hiddenAmong } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { listOpenIncidents } from '../../engine/records/index.ts';
import { findProcess } from '../../models/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import type { Incidents } from '../answers.ts';
import { incidents as incidentsAnswer } from '../answers.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/incidents',
  summary: 'steps that stand still, with their case; hidden ones are left out',
  access: groupsWith('see-operations'),
  answers: { 200: { description: 'newest first', schema: incidentsAnswer } },
  handle: async ({ user }, { db, releases }) => {
    const incidents = await listOpenIncidents(db);
    const hidden = await hiddenAmong(
      db,
      incidents.flatMap((each) => each.caseId ?? []),
    );
    const items = incidents.filter((each) => !each.caseId || !hidden.has(each.caseId));
    await auditList(db, { actor: user.account, what: 'incidents', caseIds: items.flatMap((each) => each.caseId ?? []) });
    const named = items.map(async ({ incidentKey, caseId, elementId, errorType, message, at, plainId, release }) => {
      const model = plainId ? (await findProcess(releases, plainId, release ?? undefined))?.read : undefined;
      return {
        incidentKey,
        caseId,
        process: plainId,
        processName: model?.name ?? null,
        elementId,
        step: model?.elements.find((each) => each.id === elementId)?.name ?? null,
        errorType,
        message,
        at: at.toISOString(),
      };
    });
    return reply(200, { items: await Promise.all(named) } satisfies Incidents);
  },
});
