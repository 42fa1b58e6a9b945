import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { versionSeen } from '../../../platform/if-match.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers, requireWriter } from '../../rights.ts';
import { filePath, overwriteAnswers } from '../../schemas.ts';
import { completedDiagram } from '../answers.ts';
import { completeDiagram } from '../complete-diagram.ts';

export default defineRoute<Deps, Record<string, never>, Record<string, never>, { changeId: string; path: string; version?: number }>({
  method: 'POST',
  path: '/api/studio/complete',
  summary: 'give a diagram that is only drawn what it lacks to run',
  access: readers,
  overwrites: true,
  payload: { changeId: Joi.string().uuid().required(), path: filePath.required(), version: versionSeen },
  answers: {
    200: {
      description: 'what was added, in words; new forms are new files of the change',
      schema: completedDiagram,
    },
    ...overwriteAnswers,
  },
  guard: ({ user }) => requireWriter(user),
  handle: async ({ user, payload: { changeId, path }, seen }, deps) =>
    reply(200, await completeDiagram(deps, user, { changeId, path, seen })),
});
