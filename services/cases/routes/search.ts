import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { either } from '../../platform/shape.ts';
import { MOST_TYPED } from '../../search/index.ts';
import { caseLevel } from '../../staff/index.ts';
import { found, ownFound } from '../answers.ts';
import { auditList } from '../audit-list.ts';
import { findCases } from '../find-cases.ts';
import { listedCase } from '../view.ts';

export default defineRoute<Deps, Record<string, never>, { q: string; limit: number }>({
  method: 'GET',
  path: '/api/search',
  summary: 'persons and cases this person may see, best first',
  access: 'signed-in',
  query: {
    q: Joi.string()
      .trim()
      .min(1)
      .max(MOST_TYPED)
      .required()
      .description('Aktenzeichen in any form; or names in any spelling, birthday, AZR, passport or telephone number, e-mail address'),
    limit: Joi.number().empty('').integer().min(1).max(50).default(10).description('most cases'),
  },
  answers: {
    200: {
      description: 'the closest first',
      schema: either(found, ownFound),
    },
  },
  handle: async ({ user, query: { q, limit } }, { db }) => {
    const { persons, cases, exact, elsewhere } = await findCases(db, user, q, limit);
    const identified = cases.filter((each) => caseLevel(user, each) === 'status' && !each.masked).map((each) => each.caseId);
    await auditList(db, { actor: user.account, what: 'persons', caseIds: cases.map((each) => each.caseId), typed: q, identified });
    return reply(200, { persons, cases: cases.map((each) => listedCase(each, caseLevel(user, each))), exact, elsewhere });
  },
});
