import type { CheckedFile } from '../../documents/index.ts';
import { getRowWith } from '../../office/index.ts';
import { readDraft } from '../application/read-draft.ts';
import { pathOf } from '../application/steps.ts';
import { filesIn, isFault, mostFiles, takeFile, uploadBytes, uploadTypes } from '../application/take-uploads.ts';
import { uploadsPage } from '../application/uploads-page.ts';
import { definePage } from '../define-page.ts';
import { insertFile, listFiles, saveDraft } from '../store.ts';

/** Good files are kept even if others of the same form are refused. */
export default definePage({
  method: 'POST',
  path: '/mein/antrag/duldung/unterlagen',
  summary: 'Portal: Unterlagen zum Antrag hochladen',
  upload: { maxBytes: uploadBytes },
  guard: 'access',
  show: async (input, { db }) => {
    const { form, t, user } = input;
    const taken = uploadTypes.flatMap((type) => filesIn(form[type]).map((file) => takeFile(file, type, t)));
    const faults = taken.filter(isFault);
    const good = taken.filter((each): each is CheckedFile => !isFault(each));
    const before = await listFiles(db, user.account);
    const room = Math.max(0, mostFiles - before.length);
    if (good.length > 0) await saveDraft(db, user.account, await readDraft(db, user.account));
    for (const file of good.slice(0, room)) await insertFile(db, user.account, file);
    if (good.length > room)
      faults.push({ type: good.at(-1)?.type ?? getRowWith('unterlagen', 'alleAnderen').code, message: t.application.uploads.tooMany });
    if (faults.length > 0) return uploadsPage(await listFiles(db, user.account), faults, input);
    return { to: pathOf('absenden') };
  },
});
