import test from 'ava';
import { openOffice } from './office.ts';

/** Who may not ask gets one answer, whatever stands in the body: nobody learns more by sending nonsense. */
const office = await openOffice();
const { as } = office;
const { caseId } = await office.aCase();
const warteId = await office.aWait(caseId);
test.after.always(office.stop);

const at = (path: string): string => `/api/cases/${caseId}${path}`;
const asked: { method?: string; url: string; good: object }[] = [
  { url: at('/reassign'), good: { section: 'SG1', reason: 'Probe' } },
  { url: at(`/deadlines/${warteId}`), good: { date: '2026-07-15', reason: 'Probe' } },
  { url: at('/reminders'), good: { date: '2026-07-15', note: 'Probe' } },
  { url: at('/withdraw'), good: {} },
  { url: at('/payments'), good: { amount: 0.01, method: 'KASSE' } },
  { url: at('/security-note'), good: { text: 'Probe' } },
  { url: '/api/knowledge/articles', good: { title: 'Probe eines Artikels', body: 'Text' } },
  { method: 'PATCH', url: `/api/knowledge/articles/${caseId}`, good: { title: 'Probe eines Artikels' } },
  { url: `/api/processes/duldung/feedback/${caseId}/settle`, good: { answer: 'Probe' } },
];
const nonsense = ['{"unbekannt":1}', '{', '[]', '{"reason":"\\u0000"}'];

for (const { method = 'POST', url, good } of asked)
  test(`${method} ${url.replace(caseId, '…')}: a bad body changes nothing for who may not ask`, async (t) => {
    const send = (account: string, payload: string) =>
      as(account).send({ method, url, payload, headers: { 'content-type': 'application/json' } });
    let refused = 0;
    for (const account of ['antragsteller-2', 'al', 'azubi', 'sb-sg1', 'ops', 'wm']) {
      // Nothing is done by those who are refused, and only they are looked at.
      const first = await send(account, '{"unbekannt":1}');
      if (first.status === 400) continue;
      refused += 1;
      const answers = [first, ...(await Promise.all([...nonsense, JSON.stringify(good)].map((payload) => send(account, payload))))];
      t.deepEqual(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1, account);
      t.true([403, 404].includes(first.status), `${account}: ${first.status}`);
    }
    t.true(refused > 0);
    t.is((await send('sb-sg4', '{')).status, url.startsWith('/api/cases') ? 400 : (await send('sb-sg4', JSON.stringify(good))).status);
  });
