import test from 'ava';
import takeNote from '../../../services/security/commands/take-security-note.ts';
import { openOffice } from '../api/office.ts';
import { accounts, isInCircle, NOT_FOUND } from '../api/people.ts';
import { runCommands } from '../authorities/work.ts';

const office = await openOffice();
const { deps, db, as } = office;
test.after.always(office.stop);

test.serial('a note gets the same receipt every time, opens or feeds one hidden case, and is read by the officers alone', async (t) => {
  const { caseId } = await office.aCase({ section: 'SG1', anliegen: 'BESCHAEFTIGUNG' });
  const before = await as('sb-sg1').get(`/api/cases/${caseId}`);
  const receipts = [];
  for (const [by, text] of [
    ['sb-sg1', 'Geheimwort Alpha'],
    ['tel', 'Geheimwort Beta'],
  ] as const) {
    receipts.push(await as(by).post(`/api/cases/${caseId}/security-note`, { text }));
    await runCommands(deps, 'take-security-note', takeNote, 2);
  }
  t.deepEqual(
    receipts.map(({ status, text }) => [status, text]),
    [1, 2].map(() => [202, '{"receipt":"Vielen Dank. Ihr Hinweis ist angekommen."}']),
  );
  t.is((await as('sb-sg1').get(`/api/cases/${caseId}`)).text, before.text);
  const links = (await db('security_links').where('main_case_id', caseId)) as { hidden_case_id: string }[];
  t.is(links.length, 1);
  const hidden = links[0]?.hidden_case_id ?? '';
  const { body } = await as('sicherheit').get(`/api/cases/${hidden}`);
  const notes = body.history.filter((line: { text: string }) => line.text.startsWith('Sicherheitshinweis'));
  t.deepEqual(
    notes.map((line: { text: string; by: string }) => [line.text, line.by]),
    [
      ['Sicherheitshinweis: Geheimwort Alpha', 'sb-sg1'],
      ['Sicherheitshinweis: Geheimwort Beta', 'tel'],
    ],
  );
  t.deepEqual((await as('sicherheit').get(`/api/cases/${hidden}/watched`)).body.watched.grounds, ['HINWEIS']);
  for (const account of accounts) {
    const watched = await as(account).get(`/api/cases/${hidden}/watched`);
    if (isInCircle(account)) t.is(watched.status, 200);
    else t.deepEqual([watched.status, watched.text], [404, NOT_FOUND], account);
    const all = await Promise.all(
      [`/api/cases/${caseId}`, '/api/cases?limit=200', '/api/operations/commands'].map((url) => as(account).get(url)),
    );
    if (!isInCircle(account))
      t.false(
        all.some(({ text }) => text.includes('Geheimwort') || text.includes(hidden)),
        account,
      );
  }
  const lines = await office.audited({ case_id: caseId });
  t.false(lines.some((line) => line.action.includes('note')));
  t.false(JSON.stringify(office.log).includes('Geheimwort'));
});
