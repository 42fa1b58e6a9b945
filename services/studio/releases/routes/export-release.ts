import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers } from '../../rights.ts';
import { absent, releaseNo } from '../../schemas.ts';
import { exportRelease } from '../export-files.ts';

export default defineRoute<Deps, { no: number }>({
  method: 'GET',
  path: '/api/model-releases/{no}/export',
  summary: 'a release as files for the repository',
  access: readers,
  limit: { kind: 'check' },
  params: releaseNo,
  answers: { 200: { description: 'a zip: RELEASE.md says who and why, processes/ holds the files', raw: true }, ...absent },
  handle: async ({ user, params }, deps) =>
    reply(200, await exportRelease(deps, user, params.no), {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="freigabe-${params.no}.zip"`,
      'cache-control': 'no-store',
    }),
});
