import { checkPage } from '../application/check-page.ts';
import { readDraft } from '../application/read-draft.ts';
import { definePage } from '../define-page.ts';
import { findDraft, listFiles } from '../store.ts';

export default definePage({
  method: 'GET',
  path: '/mein/antrag/duldung/absenden',
  summary: 'Portal: den Antrag noch einmal lesen',
  show: async (input, { db, clock }) => {
    const { account } = input.user;
    if (!(await findDraft(db, account))) return { to: '/mein/antrag' };
    const draft = { typed: await readDraft(db, account), files: await listFiles(db, account), today: clock.today().toString() };
    return checkPage(draft, {}, false, input);
  },
});
