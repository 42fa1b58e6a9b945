import { definePage } from '../define-page.ts';
import { deleteDraft } from '../store.ts';

export default definePage({
  method: 'POST',
  path: '/mein/antrag/verwerfen',
  summary: 'Portal: den angefangenen Antrag löschen',
  guard: 'access',
  show: async ({ user }, { db }) => {
    await deleteDraft(db, user.account);
    return { to: '/mein/antrag' };
  },
});
