import type { Deps } from '../../deps.ts';
import { findLastCheck, isGuarded } from '../../platform/audit-checks-store.ts';
import { lastSigned } from '../../platform/audit-heads.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import type { TrailState } from '../answers.ts';
import { trailState } from '../answers.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/operations/audit',
  summary: 'whether the audit trail is guarded, signed and whole',
  access: groupsWith('see-audit-state'),
  answers: {
    200: {
      description: 'of the last look at the whole trail; nothing of what stands in it',
      schema: trailState,
    },
  },
  handle: async (_, { db, config }) => {
    const [guarded, check] = await Promise.all([isGuarded(db), findLastCheck(db)]);
    const shown: TrailState = {
      guarded,
      signedAt: lastSigned(config.auditHeadsFile) ?? null,
      checkedAt: check?.at.toISOString() ?? null,
      entries: check?.entries ?? null,
      fault: check?.fault ?? null,
    };
    return reply(200, shown);
  },
});
