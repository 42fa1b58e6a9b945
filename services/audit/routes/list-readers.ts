import type { Deps } from '../../deps.ts';
import { auditAlone } from '../../platform/audit.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { auditReaders } from '../answers.ts';
import { type AuditQuery, auditQuery, readFilter } from '../filter.ts';
import { listReaders } from '../store.ts';
import { readerView } from '../view.ts';

const { person, from, to } = auditQuery;
export default defineRoute<Deps, Record<string, never>, Pick<AuditQuery, 'person' | 'from' | 'to'>>({
  method: 'GET',
  path: '/api/audit/readers',
  summary: 'who has read something of a person (Art. 15 DSGVO)',
  access: groupsWith('read-audit'),
  query: { person: person.required(), from, to },
  answers: {
    200: {
      description: 'each once, with when and what',
      schema: auditReaders,
    },
  },
  handle: async ({ user, query }, { db }) => {
    const rows = await listReaders(db, readFilter(query));
    await auditAlone(db, { actor: user.account, action: 'view readers', outcome: 'done', payload: { asked: query } });
    return reply(200, { items: rows.map(readerView) });
  },
});
