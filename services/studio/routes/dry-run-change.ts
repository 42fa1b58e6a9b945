import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { dryRunChange } from '../dry-run/dry-run-change.ts';
import { shownTo } from '../dry-run/shown-to.ts';
import { loadChange } from '../load-change.ts';
import { readers, requireTrier } from '../rights.ts';
import { absent, changeId } from '../schemas.ts';

const text = Joi.string().allow('');
const count = Joi.number().integer();
const few = count.allow(null).description('null: fewer than five');
const sections = Joi.array().items(Joi.object({ section: Joi.string().allow(null).description('null: not routed'), cases: few }));
const kind = { what: Joi.string().valid('routing', 'priority', 'date', 'decision'), decision: Joi.string(), before: text, after: text };

export default defineRoute<Deps, { id: string }>({
  method: 'POST',
  path: '/api/process-changes/{id}/dry-run',
  summary: 'which open cases and tasks would be treated otherwise',
  access: readers,
  limit: { kind: 'check' },
  params: changeId,
  answers: {
    200: {
      description: 'numbers are rounded down to steps of five; hidden cases are never in it; the result is kept with the change',
      schema: Joi.object({
        at: Joi.string().isoDate(),
        openCases: few,
        changed: Joi.array()
          .items(
            Joi.object({
              caseId: text,
              aktenzeichen: text,
              section: Joi.string().allow(null),
              ...kind,
              words: text,
            }),
          )
          .description('the cases this person may open'),
        sections: sections.description('all of them'),
        kinds: Joi.array()
          .items(Joi.object({ ...kind, sections }))
          .description('dates without their days'),
        byStep: Joi.array().items(
          Joi.object({ processId: Joi.string(), elementId: Joi.string(), name: text, openTasks: few, words: text }),
        ),
        staying: Joi.array().items(Joi.object({ processId: Joi.string(), name: text, running: count })),
        wrongExamples: Joi.array().items(Joi.string()).description('with any of these the change cannot be handed in'),
        failures: Joi.array().items(Joi.string()),
        truncated: Joi.boolean().description('there is more than was looked at'),
      }),
    },
    ...absent,
    503: { description: 'the engine does not answer' },
  },
  guard: async ({ user, params }, { db }) => {
    requireTrier(user);
    await loadChange(db, params.id);
  },
  handle: async ({ user, params, signal }, deps) =>
    reply(200, await shownTo(deps, user, await dryRunChange(deps, user, params.id, signal))),
});
