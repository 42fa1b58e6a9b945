import Joi from 'joi';
import { getVisibleCase } from '../../cases/index.ts';
import { maxFileBytes, storeDocument } from '../../documents/index.ts';
import { codesOf, getRowWith } from '../../office/index.ts';
import { filesIn, isFault, takeFile } from '../application/take-uploads.ts';
import { definePage } from '../define-page.ts';
import { showMatter } from '../matter/show-matter.ts';

const envelopeBytes = 64 * 1024;

export default definePage<{ caseId: string }>({
  method: 'POST',
  path: '/mein/vorgang/{caseId}',
  summary: 'Portal: eine Unterlage nachreichen',
  params: { caseId: Joi.string().guid().required() },
  upload: { maxBytes: maxFileBytes + envelopeBytes },
  guard: async ({ user, params }, deps) => void (await getVisibleCase(deps, user, params.caseId, ['portal'])),
  show: async (input, deps) => {
    const { user, params, form, t } = input;
    const { found } = await getVisibleCase(deps, user, params.caseId, ['portal']);
    const [file] = filesIn(form.file);
    const type = codesOf('unterlagen').find((each) => each === form.type);
    const taken = file && takeFile(file, type ?? getRowWith('unterlagen', 'alleAnderen').code, t);
    if (!type || !taken || isFault(taken)) {
      const faults = {
        ...(type ? {} : { type: t.matter.upload.missingType }),
        ...(taken ? (isFault(taken) ? { file: taken.message } : {}) : { file: t.matter.upload.missing }),
      };
      return showMatter(deps, input, [], faults);
    }
    await storeDocument(deps, { caseId: found.caseId, file: taken, by: user.account });
    return { to: `/mein/vorgang/${found.caseId}?hochgeladen=1` };
  },
});
