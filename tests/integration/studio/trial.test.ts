import test from 'ava';
import { aToken } from '../models/a-token.ts';
import { BASE, openStudio, repositoryFile } from './studio.ts';

const studio = await openStudio();
const { as, db, aCase, aHiddenCase, create, read, call } = studio;
test.after.always(studio.stop);

const DULDUNG = 'duldung/duldung.bpmn';
const STEP = 'userTask_DuldungsgrundPruefen';

test.serial('a changed step names its open tasks, which stay as they are, and the cases that stay on their release', async (t) => {
  const here = [(await aCase()).caseId, (await aCase()).caseId];
  for (const caseId of here) await aToken(db, { caseId, process: 'duldung', elements: [{ id: STEP }] });
  await aToken(db, {
    caseId: (await aCase()).caseId,
    process: 'duldung',
    elements: [{ id: STEP, state: 'completed' }, { id: 'userTask_AuflagenFestlegen' }],
  });
  const hidden = (await aHiddenCase()).caseId;
  await aToken(db, { caseId: hidden, process: 'duldung', elements: [{ id: STEP }] });
  const text = repositoryFile(DULDUNG);
  const at = text.indexOf(`id="${STEP}"`);
  const content = text.slice(0, at) + text.slice(at).replace('candidateGroups="=[rolle]"', 'candidateGroups="=[rolle, rolle]"');
  const changeId = await create([{ path: DULDUNG, content }]);
  const { body } = await call('pv', changeId, 'dry-run');
  t.deepEqual(
    body.byStep.map(({ words: _, ...each }: { words: string }) => each),
    [{ processId: 'duldung', elementId: STEP, name: 'Duldungsgrund prüfen', openTasks: 2 }],
  );
  t.regex(body.byStep[0].words, /Gruppen: 2 offene Aufgaben bleiben/);
  t.deepEqual(body.staying, [{ processId: 'duldung', name: 'Duldung', running: 3 }]);
  t.is(body.openCases, 3, 'a hidden case is in no figure');
  t.deepEqual(body.changed, []);
  t.false(JSON.stringify(body).includes(hidden));
});

test.serial('a changed form names the step that shows it', async (t) => {
  const path = 'duldung/duldung-grund.form';
  const changeId = await create([{ path, content: repositoryFile(path).replace(/"label": "[^"]+"/, '"label": "Anders"') }]);
  const { body } = await call('pv', changeId, 'dry-run');
  t.deepEqual(
    body.byStep.map((each: { elementId: string; openTasks: number }) => [each.elementId, each.openTasks]),
    [[STEP, 2]],
  );
});

test.serial('which cases they are is for those who lead and own; others read their own sections’ only', async (t) => {
  const changeId = await create([studio.plainText()]);
  const [own, other] = [await aCase({ section: 'SG4' }), await aCase({ section: 'SG1', anliegen: 'STUDIUM' })];
  const found = [own, other].map(({ caseId, aktenzeichen }, index) => ({
    caseId,
    aktenzeichen,
    section: index === 0 ? 'SG4' : 'SG1',
    what: 'priority',
    decision: 'Priorität',
    before: '2',
    after: '1',
    words: 'Hätte Priorität 1 statt 2.',
  }));
  await call('pv', changeId, 'dry-run');
  await db('process_changes')
    .where('change_id', changeId)
    .update({ dry_run: db.raw("jsonb_set(dry_run, '{changed}', ?::jsonb)", [JSON.stringify(found)]) });
  const seen = async (account: string): Promise<string[]> =>
    (await read(changeId, account)).dryRun.changed.map((each: { aktenzeichen: string }) => each.aktenzeichen);
  for (const account of ['pv', 'al']) t.deepEqual(await seen(account), [own.aktenzeichen, other.aktenzeichen], account);
  t.deepEqual(await seen('rsb-sg4'), [own.aktenzeichen, '']);
  for (const account of ['con', 'ops']) t.deepEqual(await seen(account), ['', ''], account);
});

test.serial('readers without a say start no trial, and what is decided is not tried', async (t) => {
  const changeId = await create([studio.plainText()]);
  for (const account of ['con', 'ops']) t.is((await call(account, changeId, 'dry-run')).status, 403, account);
  t.is((await call('rsb-sg1', changeId, 'dry-run')).status, 200);
  await call('pv', changeId, 'discard');
  t.is((await call('pv', changeId, 'dry-run')).status, 409);
  t.is((await as('pv').get(`${BASE}/${changeId}`)).body.dryRun.stale, false);
});
