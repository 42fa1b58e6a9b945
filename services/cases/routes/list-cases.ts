import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { sectionIds } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { either } from '../../platform/shape.ts';
import { MOST_TYPED } from '../../search/index.ts';
import { caseLevel } from '../../staff/index.ts';
import { casePage, ownCasePage } from '../answers.ts';
import { auditList } from '../audit-list.ts';
import { CASE_SORTS, CASE_STATUS, type CaseQuery, listCases } from '../list-store.ts';
import { listedCase } from '../view.ts';

export default defineRoute<Deps, Record<string, never>, CaseQuery>({
  method: 'GET',
  path: '/api/cases',
  summary: 'cases this person may see',
  access: 'signed-in',
  limit: { kind: 'search', when: ({ query }) => Boolean(query) },
  query: {
    query: Joi.string().trim().empty('').max(MOST_TYPED).description('as for /api/search'),
    section: Joi.string()
      .empty('')
      .valid(...sectionIds),
    status: Joi.string()
      .empty('')
      .valid(...CASE_STATUS),
    mine: Joi.boolean().empty('').description('only those I worked on last'),
    sort: Joi.string()
      .empty('')
      .valid(...CASE_SORTS)
      .default('-createdAt'),
    limit: Joi.number().empty('').integer().min(1).max(200).default(50),
    cursor: Joi.string().empty('').max(500),
  },
  answers: {
    200: {
      description: 'a page; next is null at the end',
      schema: either(casePage, ownCasePage),
    },
  },
  handle: async ({ user, query }, deps) => {
    const { items, next, many } = await listCases(deps.db, user, query);
    await auditList(deps.db, { actor: user.account, what: 'cases', caseIds: items.map((each) => each.caseId), typed: query.query });
    return reply(200, { items: items.map((each) => listedCase(each, caseLevel(user, each))), next, many });
  },
});
