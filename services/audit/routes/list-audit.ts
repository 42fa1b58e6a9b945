import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { auditAlone } from '../../platform/audit.ts';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { entryPage } from '../answers.ts';
import { type AuditQuery, auditQuery, readFilter } from '../filter.ts';
import { listAudit } from '../store.ts';
import { auditView } from '../view.ts';

export default defineRoute<Deps, Record<string, never>, AuditQuery & { limit: number; cursor?: string }>({
  method: 'GET',
  path: '/api/audit',
  summary: 'who read, changed or was refused what',
  access: groupsWith('read-audit'),
  query: { ...auditQuery, limit: Joi.number().integer().min(1).max(200).default(50), cursor: Joi.string().max(200) },
  answers: {
    200: {
      description: 'newest first; next is null at the end. Reading it is an entry, too.',
      schema: entryPage,
    },
  },
  handle: async ({ user, query: { limit, cursor, ...asked } }, { db }) => {
    const filter = readFilter(asked);
    const before = cursor === undefined ? {} : { before: decodeCursor(cursor, ['number'])[0] };
    const rows = await listAudit(db, filter, { limit: limit + 1, ...before });
    await auditAlone(db, { actor: user.account, action: 'view audit', outcome: 'done', payload: { asked } });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return reply(200, { items: rows.slice(0, limit).map(auditView), next: last ? encodeCursor([last.auditId]) : null });
  },
});
