import Joi from 'joi';
import { auditList, caseIdsIn, listCasesWithPerson, listedCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { listCasesAt } from '../../engine/records/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { caseLevel, caseScope, isStaff } from '../../staff/index.ts';
import { casesHere } from '../answers.ts';
import { findProcess } from '../read-released.ts';
import { processId, releaseQuery } from '../schemas.ts';
import { releasesFor } from '../withheld.ts';

type Query = { elementId?: string; version?: number; limit: number; cursor?: string };

export default defineRoute<Deps, { id: string }, Query>({
  method: 'GET',
  path: '/api/processes/{id}/cases',
  summary: 'cases that are in a process, or at one of its elements, as far as this person may see them',
  access: 'signed-in',
  params: processId,
  query: {
    elementId: Joi.string()
      .pattern(/^[A-Za-z_][\w.-]{0,99}$/)
      .description('only cases that stand there'),
    ...releaseQuery,
    limit: Joi.number().integer().min(1).max(200).default(50),
    cursor: Joi.string().max(500),
  },
  answers: {
    200: {
      description: 'longest waiting first; next is null at the end',
      schema: casesHere,
    },
    404: { description: 'no such process' },
  },
  handle: async ({ user, params, query }, { db, releases }) => {
    const found = isStaff(user) ? await findProcess(await releasesFor(releases, user), params.id, query.version) : undefined;
    if (!found) throw new NotFound();
    const places = await listCasesAt(db, {
      plainId: params.id,
      cases: caseIdsIn(db, caseScope(user)),
      limit: query.limit + 1,
      ...(query.elementId ? { elementId: query.elementId } : {}),
      ...(query.version === undefined ? {} : { release: query.version }),
      ...(query.cursor ? { after: decodeCursor(query.cursor, ['time', 'id']) } : {}),
    });
    const page = places.slice(0, query.limit);
    const cases = new Map(
      (
        await listCasesWithPerson(
          db,
          user,
          page.map((place) => place.caseId),
        )
      ).map((each) => [each.caseId, each]),
    );
    const items = page.flatMap(({ caseId, since }) => {
      const each = cases.get(caseId);
      return each ? [{ ...listedCase(each, caseLevel(user, each)), since: since.toISOString() }] : [];
    });
    await auditList(db, { actor: user.account, what: 'cases of a process', caseIds: items.map((each) => each.caseId) });
    const last = page.at(-1);
    return reply(200, { items, next: places.length > query.limit && last ? encodeCursor([last.since.toISOString(), last.caseId]) : null });
  },
});
