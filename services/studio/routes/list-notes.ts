import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { selectNotes } from '../notes-store.ts';
import { absent } from '../schemas.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/release-notes',
  summary: 'what is new in the processes this person works in',
  access: 'signed-in',
  answers: {
    200: {
      description: 'the latest first',
      schema: Joi.object({
        items: Joi.array().items(
          Joi.object({
            noteId: Joi.string().uuid(),
            releaseNo: Joi.number().integer(),
            at: Joi.string().isoDate(),
            title: Joi.string().allow(''),
            text: Joi.string().allow(''),
            processes: Joi.array().items(Joi.object({ id: Joi.string(), name: Joi.string() })),
            read: Joi.boolean(),
          }),
        ),
      }),
    },
    ...absent,
  },
  handle: async ({ user }, { db }) => {
    requireStaff(user);
    const notes = await selectNotes(db, user.account, user.groups);
    return reply(200, { items: notes.map((note) => ({ ...note, at: new Date(note.at).toISOString() })) });
  },
});
