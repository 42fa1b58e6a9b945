import Joi from 'joi';
import { pathOf } from '../application/steps.ts';
import { definePage } from '../define-page.ts';
import { deleteFile } from '../store.ts';

export default definePage<{ fileId: string }>({
  method: 'POST',
  path: '/mein/antrag/duldung/unterlagen/{fileId}/entfernen',
  summary: 'Portal: eine Unterlage wieder aus dem Antrag nehmen',
  params: { fileId: Joi.string().guid().required() },
  guard: 'access',
  show: async ({ user, params }, { db }) => {
    await deleteFile(db, user.account, params.fileId);
    return { to: pathOf('unterlagen') };
  },
});
