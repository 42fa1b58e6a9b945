import type { Deps } from '../../../deps.ts';
import { findModelRelease, listModelFiles } from '../../../engine/releases/index.ts';
import { codeWords, diffFiles } from '../../../models/index.ts';
import { NotFound } from '../../../platform/errors.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readNames } from '../../changes/view.ts';
import { requireKnown } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent, releaseNo } from '../../schemas.ts';
import type { ReleaseDetail } from '../answers.ts';
import { releaseDetail } from '../answers.ts';
import { whyNotUndo } from '../undo-release.ts';
import { selectUndos } from '../undos-store.ts';
import { releaseLine, releaseTexts } from '../view-release.ts';

export default defineRoute<Deps, { no: number }>({
  method: 'GET',
  path: '/api/model-releases/{no}',
  summary: 'one release: its files before and after, and the differences in words',
  access: readers,
  params: releaseNo,
  answers: { 200: { description: 'with texts and differences', schema: releaseDetail }, ...absent },
  handle: async ({ user, params }, deps) => {
    const { db } = deps;
    const release = await findModelRelease(db, params.no);
    if (!release) throw new NotFound();
    await requireKnown(deps, user, releaseTexts(release));
    const [undos, names, live] = await Promise.all([selectUndos(db), readNames(db), listModelFiles(db)]);
    const shown: ReleaseDetail = {
      ...releaseLine(user, release, undos, names),
      ...diffFiles(release.files, codeWords(live)),
      mayNotUndoBecause: (await whyNotUndo(db, release, live)) ?? null,
    };
    return reply(200, shown);
  },
});
