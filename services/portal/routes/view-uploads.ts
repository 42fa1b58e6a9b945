import { uploadsPage } from '../application/uploads-page.ts';
import { definePage } from '../define-page.ts';
import { listFiles } from '../store.ts';

export default definePage({
  method: 'GET',
  path: '/mein/antrag/duldung/unterlagen',
  summary: 'Portal: Unterlagen zum Antrag',
  show: async (input, { db }) => uploadsPage(await listFiles(db, input.user.account), [], input),
});
