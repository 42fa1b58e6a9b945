import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { findLastCheck, isGuarded } from '../../platform/audit-checks-store.ts';
import { lastSigned } from '../../platform/audit-heads.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/operations/audit',
  summary: 'whether the audit trail is guarded, signed and whole',
  access: groupsWith('see-audit-state'),
  answers: {
    200: {
      description: 'of the last look at the whole trail; nothing of what stands in it',
      schema: Joi.object({
        guarded: Joi.boolean().description('false: Lotse works with the role that owns the tables'),
        signedAt: Joi.string().isoDate().allow(null).description('last signature of the heads, where their file is within reach'),
        checkedAt: Joi.string().isoDate().allow(null),
        entries: Joi.number().integer().allow(null),
        fault: Joi.string().allow(null).description('in a sentence; null when it was whole'),
      }),
    },
  },
  handle: async (_, { db, config }) => {
    const [guarded, check] = await Promise.all([isGuarded(db), findLastCheck(db)]);
    return reply(200, {
      guarded,
      signedAt: lastSigned(config.auditHeadsFile) ?? null,
      checkedAt: check?.at.toISOString() ?? null,
      entries: check?.entries ?? null,
      fault: check?.fault ?? null,
    });
  },
});
