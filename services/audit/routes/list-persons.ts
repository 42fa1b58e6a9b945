import Joi from 'joi';
import { auditList } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { auditPersons } from '../answers.ts';
import { findPersons } from '../find-persons.ts';

const MOST = 8;

export default defineRoute<Deps, Record<string, never>, { q: string }>({
  method: 'GET',
  path: '/api/audit/persons',
  summary: 'whose trail is meant: people by name, birthday or Aktenzeichen',
  access: groupsWith('read-audit'),
  limit: { kind: 'search' },
  query: { q: Joi.string().trim().min(2).max(200).required().description('as it is typed, or the id of a person') },
  answers: {
    200: {
      description: 'the closest first, at most eight. Looking is an entry, too.',
      schema: auditPersons,
    },
  },
  handle: async ({ user, query: { q } }, { db }) => {
    const found = await findPersons(db, q, MOST);
    await auditList(db, { actor: user.account, what: 'persons', caseIds: found.flatMap((each) => each.caseIds), typed: q });
    return reply(200, {
      items: found.map(({ personId, name, birthDate, aktenzeichen }) => ({ personId, name, birthDate, aktenzeichen })),
    });
  },
});
