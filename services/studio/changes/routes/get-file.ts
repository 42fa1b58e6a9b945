import type { Deps } from '../../../deps.ts';
import { NotFound } from '../../../platform/errors.ts';
import { etagOf } from '../../../platform/if-match.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { requireKnown } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent, changeId, filePath } from '../../schemas.ts';
import type { FileText } from '../answers.ts';
import { fileText } from '../answers.ts';
import { findFile } from '../files-store.ts';

export default defineRoute<Deps, { id: string }, { path: string }>({
  method: 'GET',
  path: '/api/process-changes/{id}/files',
  summary: 'one file of a change, with the live text it was made from',
  access: readers,
  params: changeId,
  query: { path: filePath.required() },
  answers: {
    200: {
      description: 'content is null where the file is to go, base where it is new',
      schema: fileText,
    },
    ...absent,
  },
  handle: async ({ user, params, query }, deps) => {
    const found = await findFile(deps.db, params.id, query.path);
    if (!found) throw new NotFound();
    await requireKnown(deps, user, [{ path: found.path, texts: [found.base, found.content] }]);
    const { path, content, base, savedAt, savedBy, version } = found;
    return reply(
      200,
      { path, content, base, savedAt: new Date(savedAt).toISOString(), savedBy, version } satisfies FileText,
      etagOf(version),
    );
  },
});
