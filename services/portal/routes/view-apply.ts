import { startPage } from '../application/start-page.ts';
import { definePage } from '../define-page.ts';
import { findDraft } from '../store.ts';

export default definePage({
  method: 'GET',
  path: '/mein/antrag',
  summary: 'Portal: was für einen Antrag gebraucht wird',
  show: async (input, { db }) => startPage(await findDraft(db, input.user.account), input),
});
