import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { getVisibleTask } from '../../tasks/index.ts';
import { taskDraft } from '../answers.ts';
import { showDraft } from '../show-draft.ts';
import { draftView } from '../view.ts';

export default defineRoute<Deps, { taskId: string }>({
  method: 'GET',
  path: '/api/tasks/{taskId}/bescheid',
  summary: 'the decision as drafted, and what has changed since it was last given back',
  access: 'signed-in',
  params: { taskId: Joi.string().uuid().required().description('id of the task') },
  answers: {
    200: { description: 'null where nothing is drafted yet', schema: taskDraft },
    404: { description: 'absent, hidden or not mine' },
  },
  handle: async ({ user, params }, deps) => {
    const task = await getVisibleTask(deps, { user, taskId: params.taskId, action: 'view draft' });
    const shown = await showDraft(deps.db, task);
    return reply(200, { bescheid: shown ? draftView(shown) : null });
  },
});
