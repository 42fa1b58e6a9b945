import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { nowOf } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { requireStaff } from '../../../staff/index.ts';
import { absent } from '../../schemas.ts';
import { readNote } from '../answers.ts';
import { isNoteFor, markRead } from '../notes-store.ts';

export default defineRoute<Deps, { id: string }>({
  method: 'POST',
  path: '/api/release-notes/{id}/read',
  summary: 'this person has read the note',
  access: 'signed-in',
  params: { id: Joi.string().uuid().required() },
  answers: { 200: { description: 'noted', schema: readNote }, ...absent },
  guard: async ({ user, params }, { db }) => {
    requireStaff(user);
    if (!(await isNoteFor(db, params.id, user.groups))) throw new NotFound();
  },
  handle: async ({ user, params }, deps) => {
    requireStaff(user);
    const mark = { noteId: params.id, account: user.account, groups: user.groups, at: nowOf(deps) };
    if (!(await deps.db.transaction((trx) => markRead(trx, mark)))) throw new NotFound();
    return reply(200, { read: true });
  },
});
