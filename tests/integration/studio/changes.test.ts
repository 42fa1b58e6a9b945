import test from 'ava';
import { releaseChange } from '../../../services/studio/releases/release-change.ts';
import { BASE, openStudio, repositoryFile } from './studio.ts';

const studio = await openStudio();
const { as, db, create, read, put, call, submitted, plainText, legalRule, moveLive, outbox, deps } = studio;
test.after.always(studio.stop);

const states = async (changeId: string): Promise<string[]> => (await read(changeId)).events.map((each: { what: string }) => each.what);

test('a change of words: handed in, agreed to by the head of the office, and then a command releases it', async (t) => {
  const changeId = await submitted([plainText()]);
  const waiting = await read(changeId, 'al');
  t.like(waiting, { state: 'zur-freigabe', class: 'text', legal: false, needs: ['al'], may: ['approve', 'return'], mayNotBecause: null });
  const { status, body } = await call('al', changeId, 'approve', { submittedAt: waiting.submittedAt });
  t.is(status, 200);
  t.is(body.state, 'freigegeben');
  t.deepEqual(
    body.approvals.map((each: { as: string; by: string }) => [each.as, each.by]),
    [['al', 'al']],
  );
  t.deepEqual(await outbox('release-change', changeId), [{ changeId }]);
  t.deepEqual(await states(changeId), ['angelegt', 'eingereicht', 'freigegeben']);
  t.is((await call('al-2', changeId, 'approve')).status, 409, 'it is agreed to already');
  for (const step of ['submit', 'discard', 'reopen']) t.is((await call('pv', changeId, step)).status, 409, step);
  t.is((await put(changeId, plainText())).status, 409);
});

test('where law is touched two people agree, in any order, and the second one releases', async (t) => {
  const changeId = await submitted([legalRule()]);
  const waiting = await read(changeId, 'rsb-sg2');
  t.like(waiting, { class: 'rule', legal: true, needs: ['al', 'rsb'] });
  const first = await call('rsb-sg2', changeId, 'approve');
  t.like(first.body, { state: 'zur-freigabe', needs: ['al'] });
  t.is(first.body.mayNotBecause, 'Sie haben schon zugestimmt. Es fehlt noch eine zweite Person.');
  t.is((await call('rsb-sg2', changeId, 'approve')).status, 403);
  t.is((await call('rsb-sg1', changeId, 'approve')).status, 403, 'the seat is taken');
  t.deepEqual(await outbox('release-change', changeId), [], 'nothing is released by one alone');
  t.is((await call('al', changeId, 'approve')).body.state, 'freigegeben');
  t.deepEqual(await states(changeId), ['angelegt', 'eingereicht', 'zugestimmt', 'freigegeben']);
});

test('who wrote at it does not release it, and is told why', async (t) => {
  const changeId = await submitted([plainText()]);
  // The head of the office has written along, in another role.
  await db('process_changes')
    .where('change_id', changeId)
    .update({ authors: ['pv', 'al'] });
  const own = await call('al', changeId, 'approve');
  t.is(own.status, 403);
  t.regex(own.body.message, /mitgeschrieben/);
  t.regex((await read(changeId, 'al')).mayNotBecause, /mitgeschrieben/);
  t.is((await call('pv', changeId, 'approve')).status, 403);
  t.is((await call('al-2', changeId, 'approve')).body.state, 'freigegeben');
  const refused = await studio.audited({ object: `change ${changeId}`, outcome: 'refused' });
  t.deepEqual(
    refused.map((line) => [line.actor, line.action]),
    [
      ['al', 'approve change'],
      ['pv', 'approve change'],
    ],
  );
});

test('two who agree at the same moment are one agreement', async (t) => {
  const changeId = await submitted([plainText()]);
  const answers = await Promise.all(['al', 'al-2'].map((account) => call(account, changeId, 'approve')));
  t.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  t.is((await outbox('release-change', changeId)).length, 1);
  t.is((await read(changeId)).approvals.length, 1);
});

test('a legal specialist has no seat where no law is touched', async (t) => {
  const changeId = await submitted([plainText()]);
  const { status, body } = await call('rsb-sg1', changeId, 'approve');
  t.is(status, 403);
  t.regex(body.message, /keine rechtlichen Teile/);
  t.is((await call('rsb-sg1', changeId, 'return', { comment: 'nein' })).status, 403);
});

test('nobody hands in nothing, or without a reason, or what heavier changes need without a trial', async (t) => {
  const empty = await create([{ path: 'duldung/duldung.bpmn' }]);
  t.regex((await call('pv', empty, 'submit')).body.message, /noch nichts geändert/);
  const silent = await create([plainText()], { reason: ' ' });
  t.regex((await call('pv', silent, 'submit')).body.message, /warum geändert wird/);
  const untried = await create([legalRule()]);
  t.regex((await call('pv', untried, 'submit')).body.message, /Probelauf/);
  await call('pv', untried, 'dry-run');
  const { version } = (await as('pv').get(`${BASE}/${untried}/files?path=${legalRule().path}`)).body;
  await put(untried, { ...legalRule(), content: `${legalRule().content?.replace('[rolle, rolle]', '[rolle, rolle, rolle]')}`, version });
  t.true((await read(untried)).dryRun.stale);
  t.is((await call('pv', untried, 'submit')).status, 409, 'the trial was of another text');
  await call('pv', untried, 'dry-run');
  t.false((await read(untried)).dryRun.stale);
  t.is((await call('pv', untried, 'submit')).status, 200);
});

test('errors stand against handing in, each with its place', async (t) => {
  const path = 'duldung/duldung.bpmn';
  const broken = repositoryFile(path).replace('formId="duldung-grund"', 'formId="gibt-es-nicht"');
  const changeId = await create([{ path, content: broken }]);
  const { body: checked } = await call('pv', changeId, 'check');
  t.true(checked.errors > 0);
  await call('pv', changeId, 'dry-run');
  const { status, body } = await call('pv', changeId, 'submit');
  t.is(status, 409);
  t.true(body.details.findings.some((each: { message: string }) => each.message.includes('gibt-es-nicht')));
  t.is((await read(changeId)).state, 'entwurf');
});

test('what another release has changed meanwhile is refused when it is handed in and when it is agreed to', async (t) => {
  const path = 'duldung/duldung-grund.form';
  const live = repositoryFile(path);
  const mine = live.replace(/"label": "[^"]+"/, '"label": "Anders"');
  const early = await create([{ path, content: mine }]);
  const late = await submitted([{ path, content: mine }]);
  await moveLive(path, `${live}\n`);
  t.true((await read(early)).files[0].stale);
  const { body } = await call('pv', early, 'submit');
  t.deepEqual(
    body.details.findings.map((each: { rule: string }) => each.rule),
    ['stale'],
  );
  const approved = await call('al', late, 'approve');
  t.is(approved.status, 409);
  t.deepEqual(approved.body.details, { paths: [path] });
  t.is((await as('pv').post(`${BASE}/${early}/files/rebase`, { path })).body.files[0].stale, false);
  t.is((await call('pv', early, 'submit')).status, 200, 'on the new text it can be handed in');
  await moveLive(path, live);
});

test('given back with a reason it is written on, and all agreement is gone', async (t) => {
  const changeId = await submitted([legalRule()]);
  await call('rsb-sg1', changeId, 'approve');
  t.is((await call('al', changeId, 'return', { comment: ' ' })).status, 400, 'a reason is owed');
  t.is((await call('pv', changeId, 'return', { comment: 'x' })).status, 403);
  const { body } = await call('al', changeId, 'return', { comment: 'Bitte die Fundstelle nennen.' });
  t.like(body, { state: 'zurueckgegeben', approvals: [] });
  t.is(body.events.at(-1).text, 'Bitte die Fundstelle nennen.');
  t.deepEqual((await read(changeId)).may, ['edit', 'submit', 'discard']);
  t.is((await call('pv-2', changeId, 'submit')).body.state, 'zur-freigabe');
  t.deepEqual(
    (await read(changeId)).authors.map((each: { account: string }) => each.account),
    ['pv', 'pv-2'],
    'who hands it in stands for it',
  );
});

test('handed in anew it is another thing than what was read', async (t) => {
  const changeId = await submitted([plainText()]);
  const { submittedAt } = await read(changeId, 'al');
  t.is((await call('pv', changeId, 'reopen')).body.state, 'entwurf');
  studio.setClock('2026-06-08T09:00:00Z');
  await call('pv', changeId, 'submit');
  studio.setClock('2026-06-08T08:00:00Z');
  t.is((await call('al', changeId, 'approve', { submittedAt })).status, 409);
  t.is((await call('al', changeId, 'approve')).status, 200);
});

test('thrown away and taken back', async (t) => {
  const changeId = await create([plainText()]);
  t.is((await call('pv', changeId, 'discard')).body.state, 'verworfen');
  t.is((await put(changeId, plainText())).status, 409);
  t.is((await call('pv', changeId, 'discard')).status, 409);
  t.is((await call('pv', changeId, 'reopen')).body.state, 'entwurf');
  const listed = (await as('al').get(`${BASE}?state=entwurf`)).body.items as { changeId: string }[];
  t.true(listed.some((each) => each.changeId === changeId));
});

test('what the release refuses is kept with its words, and can be mended', async (t) => {
  const path = 'duldung/duldung-auflagen.form';
  const live = repositoryFile(path);
  const changeId = await submitted([{ path, content: live.replace(/"label": "[^"]+"/, '"label": "Anders"') }]);
  await call('al', changeId, 'approve');
  await moveLive(path, `${live}\n`);
  await releaseChange(deps, changeId);
  const failed = await read(changeId);
  t.is(failed.state, 'gescheitert');
  t.regex(failed.failure, /duldung-auflagen\.form/);
  t.deepEqual(failed.approvals, []);
  t.true(failed.may.includes('edit'));
  await releaseChange(deps, changeId);
  t.is((await states(changeId)).filter((each) => each === 'gescheitert').length, 1, 'the command may run twice');
  await moveLive(path, live);
  t.is((await call('pv', changeId, 'submit')).body.state, 'zur-freigabe');
});
