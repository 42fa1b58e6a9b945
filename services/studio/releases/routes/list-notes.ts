import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { requireStaff } from '../../../staff/index.ts';
import { absent } from '../../schemas.ts';
import type { ReleaseNotes } from '../answers.ts';
import { releaseNotes } from '../answers.ts';
import { selectNotes } from '../notes-store.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/release-notes',
  summary: 'what is new in the processes this person works in',
  access: 'signed-in',
  answers: {
    200: {
      description: 'the latest first',
      schema: releaseNotes,
    },
    ...absent,
  },
  handle: async ({ user }, { db }) => {
    requireStaff(user);
    const notes = await selectNotes(db, user.account, user.groups);
    return reply(200, { items: notes.map((note) => ({ ...note, at: new Date(note.at).toISOString() })) } satisfies ReleaseNotes);
  },
});
