import Joi from 'joi';
import { caseIdsIn } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { type HeatFigures, readHeat } from '../../engine/records/index.ts';
import { sectionIds } from '../../office/index.ts';
import { calendarDate } from '../../platform/dates.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { type CaseScope, countScope, countsUnseen, inSteps, isStaff } from '../../staff/index.ts';
import { type Heat, heat, type HeatFigures as ShownFigures } from '../answers.ts';
import { momentsOf, readPeriod } from '../period.ts';
import { findProcess } from '../read-released.ts';
import { processId } from '../schemas.ts';
import { releasesFor } from '../withheld.ts';

type Query = { from?: string; to?: string; section?: string; version?: number };

/** Of a scope only one section's cases; undefined where the scope has none of them. */
const within = (scope: CaseScope, section: string): CaseScope | undefined => {
  const only = (ids: readonly string[]): string[] => ids.filter((id) => id === section);
  const [sections, statusSections] = [only(scope.sections), only(scope.statusSections)];
  return sections.length + statusSections.length > 0 ? { ...scope, sections, statusSections, unrouted: false } : undefined;
};

/** Who may open none of the cases gets no figure of fewer than five: periods and sections could be laid over each other until one is left. */
const sayInSteps = ({ elementId, count: ended, medianMs, p90Ms, open }: HeatFigures): ShownFigures[] => {
  const [some, here] = [inSteps(ended), inSteps(open)];
  if (some === null && here === null) return [];
  return [{ elementId, count: some, open: here, ...(some === null ? { medianMs: null, p90Ms: null } : { medianMs, p90Ms }) }];
};

export default defineRoute<Deps, { id: string }, Query>({
  method: 'GET',
  path: '/api/processes/{id}/heat',
  summary: 'how long things lay at the steps of a process in a period, of the cases this person may count',
  access: 'signed-in',
  params: processId,
  query: {
    from: calendarDate.description('first day; 30 days up to the last one by default'),
    to: calendarDate.description('last day, included; today by default'),
    section: Joi.string()
      .valid(...sectionIds)
      .description('only cases of this section'),
    version: Joi.number().integer().min(1).description('our release number; all releases by default'),
  },
  answers: {
    200: {
      description: 'places where something waits; elements is null for roles that see no figures',
      schema: heat,
    },
    400: { description: 'no such day, or a period that ends before it begins' },
    404: { description: 'no such release' },
  },
  handle: async ({ user, params, query }, { db, releases, clock }) => {
    const found = isStaff(user) ? await findProcess(await releasesFor(releases, user), params.id, query.version) : undefined;
    if (!found) throw new NotFound();
    const { section, version } = query;
    const period = readPeriod(query, clock.today());
    const all = countScope(user);
    const scope = all && section ? within(all, section) : all;
    const elements = scope
      ? await readHeat(db, {
          plainId: found.read.id,
          ...momentsOf(period),
          cases: caseIdsIn(db, scope),
          ...(version === undefined ? {} : { release: version }),
        })
      : null;
    const shown: Heat = {
      from: period.from.toString(),
      to: period.to.toString(),
      section: section ?? null,
      version: version ?? null,
      inSteps: countsUnseen(user),
      elements: elements && countsUnseen(user) ? elements.flatMap(sayInSteps) : elements,
    };
    return reply(200, shown);
  },
});
