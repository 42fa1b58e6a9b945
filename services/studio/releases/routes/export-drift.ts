import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers } from '../../rights.ts';
import { absent } from '../../schemas.ts';
import { exportDrift } from '../export-files.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/model-drift/export',
  summary: 'all live files that differ from the repository',
  access: readers,
  limit: { kind: 'check' },
  answers: { 200: { description: 'a zip', raw: true }, ...absent },
  handle: async ({ user }, deps) =>
    reply(200, await exportDrift(deps, user), {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="abgleich.zip"',
      'cache-control': 'no-store',
    }),
});
