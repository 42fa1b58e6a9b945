import { randomUUID } from 'node:crypto';
import test from 'ava';
import { seedArticles } from '../../../services/knowledge/index.ts';
import { getIndex } from '../../../services/norms/build-index.ts';
import findNorms from '../../../services/norms/routes/find-norms.ts';
import { aCase, openOffice, serve, users } from '../letters/office.ts';
import { aToken } from '../models/a-token.ts';
import { releasedFiles } from '../models/released-files.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);
Object.assign(deps, { releases: releasedFiles() });
for (const account of ['pv', 'al', 'con', 'ops', 'wm', 'sgl-sg1'])
  users[account] = { account, name: account, groups: [account], teams: [], skills: [], applicant: false };

const server = serve(deps, findNorms);
const get = async (account: string, query: string) => {
  const answer = await server.inject({ url: `/api/norms?query=${encodeURIComponent(query)}`, headers: { authorization: account } });
  return { status: answer.statusCode, body: JSON.parse(answer.payload) };
};
const hits = async (query: string, account = 'pv') => (await get(account, query)).body.hits;

const CONDITIONS = 'userTask_AuflagenFestlegen';

test.before(async () => {
  await seedArticles(deps);
  const duldung = [await aCase(deps), await aCase(deps), await aCase(deps)];
  for (const { caseId } of duldung) {
    const root = await aToken(db, { caseId, process: 'vorgang', elements: [{ id: 'callActivity_Verfahren', type: 'CALL_ACTIVITY' }] });
    await aToken(db, { caseId, process: 'duldung', parentKey: root, elements: [{ id: CONDITIONS }] });
  }
  // Settled: it rests on nothing any more.
  const settled = await aCase(deps);
  await aToken(db, { caseId: settled.caseId, process: 'duldung', elements: [{ id: CONDITIONS }] });
  await db('cases').where('case_id', settled.caseId).update({ closed_at: new Date() });
  // Holds a Blue Card, and so does somebody in the Duldung process.
  const holder = await aCase(deps, { anliegen: 'STUDIUM', section: 'SG1' });
  for (const { caseId } of [holder, duldung[0] as { caseId: string }])
    await db.raw(`update cases set stated = stated || '{"titelNorm":"§ 18g Abs. 2 AufenthG"}' where case_id = ?`, [caseId]);
  const hidden = await aCase(deps, { anliegen: 'SICHERHEIT', by: 'sicherheit' });
  await aToken(db, { caseId: hidden.caseId, process: 'duldung', elements: [{ id: CONDITIONS }] });
  await aToken(db, { caseId: hidden.caseId, process: 'sicherheitspruefung', elements: [{ id: 'userTask_Probe' }] });
});

test('§ 18g: models, decision rows, articles and values, each with the place it stands', async (t) => {
  const { status, body } = await get('pv', '§ 18g');
  t.is(status, 200);
  t.deepEqual(body.norms, [{ norm: '§ 18g AufenthG', law: 'AufenthG', section: '18g', paragraph: null }]);
  const { models, decisions, values, articles } = body.hits;
  t.true(
    models.some(
      (hit: { processId: string; elementId: string | null; where: string; basis: boolean }) =>
        hit.processId === 'ae-beschaeftigung' && hit.elementId === null && hit.where === 'property' && hit.basis,
    ),
  );
  t.like(
    decisions.find((hit: { ruleId: string }) => hit.ruleId === 'WA_06'),
    { decisionId: 'wirksames_anliegen', name: 'Wirksames Anliegen' },
  );
  t.true(
    decisions.some((hit: { decisionId: string; ruleId: string | null }) => hit.decisionId === 'ba_beteiligung' || hit.ruleId === null),
  );
  t.like(
    values.find((hit: { key: string }) => hit.key === 'blaueKarte.regel'),
    { name: 'Mindestgehalt für die Blaue Karte EU', value: '50.700 Euro im Jahr', text: '§ 18g Abs. 1 AufenthG' },
  );
  t.true(articles.some((hit: { name: string }) => /Blaue Karte/.test(hit.name)));
});

test('a section finds its paragraphs; a paragraph finds its own mentions first, then the section', async (t) => {
  const section = await hits('§ 18g');
  const paragraph = await hits('§ 18g Abs. 2');
  const keys = (list: { key: string }[]): string[] => list.map((hit) => hit.key).sort();
  t.deepEqual(keys(paragraph.values), keys(section.values));
  t.is(paragraph.values[0].key, 'blaueKarte.engpass');
  t.deepEqual(
    paragraph.values.map((hit: { exact: boolean }) => hit.exact),
    [true, ...Array.from({ length: paragraph.values.length - 1 }, () => false)],
  );
  t.true(section.values.every((hit: { exact: boolean }) => hit.exact));
  const spans = await hits('§ 60c');
  t.true(
    spans.models.some((hit: { processId: string; where: string }) => hit.processId === 'duldung' && hit.where === 'property'),
    'named as §§ 60a bis 60d',
  );
});

test('letters, forms with the steps they belong to, other laws', async (t) => {
  const { letters, forms, models } = await hits('§ 60c');
  t.true(letters.some((hit: { type: string; where: string }) => hit.type === 'duldung' && hit.where === 'head'));
  t.like(
    forms.find((hit: { formId: string }) => hit.formId === 'duldung-grund'),
    { field: 'Duldungsgrund', text: 'Ausbildung (§ 60c)' },
  );
  t.deepEqual(forms.find((hit: { formId: string }) => hit.formId === 'duldung-grund').usedIn[0].elementId, 'userTask_DuldungsgrundPruefen');
  t.true(models.every((hit: { text: string }) => hit.text.length < 260));
  const other = await get('pv', '§ 25 VwVfG');
  t.deepEqual(
    other.body.norms.map((each: { norm: string }) => each.norm),
    ['§ 25 VwVfG'],
  );
  t.true(other.body.hits.decisions.some((hit: { decisionId: string }) => hit.decisionId === 'routing'));
});

test('open cases: by title or by where they stand, each once; only what one may count, hidden ones never', async (t) => {
  const office = { open: 3, byTitle: 0, byProcess: [{ processId: 'duldung', name: 'Duldung', open: 3 }] };
  const few = { open: null, byTitle: null, byProcess: [] };
  for (const account of ['pv', 'al', 'con'])
    for (const norm of ['§ 60c', '§ 18g', '§ 7', '§ 9 VwVfG']) t.deepEqual((await hits(norm, account)).cases, few, `${account} ${norm}`);
  t.deepEqual((await hits('§ 60c', 'sb-sg4')).cases, office);
  t.deepEqual((await hits('§ 60c', 'sgl-sg1')).cases, { open: 0, byTitle: 0, byProcess: [] });
  for (const account of ['ops', 'wm', 'sicherheit']) t.is((await hits('§ 60c', account)).cases, null, account);
  t.like((await hits('§ 18g', 'sb-sg4')).cases, { open: 1, byTitle: 1 });
  t.like((await hits('§ 18g', 'sgl-sg1')).cases, { open: 1, byTitle: 1 });
  // § 9 VwVfG is what every case rests on as long as it runs.
  t.like((await hits('§ 9 VwVfG', 'sb-sg4')).cases, { open: 3 });
  // With four more there is something to say to those who open none of them; none is told apart from the next.
  for (let more = 0; more < 4; more += 1) {
    const { caseId } = await aCase(deps);
    await aToken(db, { caseId, process: 'duldung', elements: [{ id: CONDITIONS }] });
  }
  const seven = { open: 5, byTitle: null, byProcess: [{ processId: 'duldung', name: 'Duldung', open: 5 }] };
  for (const account of ['pv', 'al', 'con']) t.deepEqual((await hits('§ 60c', account)).cases, seven, account);
  t.like((await hits('§ 60c', 'sb-sg4')).cases, { open: 7 });
});

test('the hidden process and what names it: for its circle alone', async (t) => {
  const outside = JSON.stringify((await get('pv', '§ 73')).body.hits);
  t.notRegex(outside, /sicherheitspruefung|Sicherheitsprüfung|SICHERHEIT/);
  const inside = (await get('sicherheit', '§ 73')).body.hits;
  t.true(inside.models.some((hit: { processId: string }) => hit.processId === 'sicherheitspruefung'));
  for (const norm of ['§ 5', '§ 54', '§ 79', '§ 24 VwVfG', '§ 53']) {
    t.notRegex(JSON.stringify((await get('pv', norm)).body), /sicherheitspruefung|"SICHERHEIT"|STRAFNACHRICHT/, norm);
    t.notRegex(JSON.stringify((await get('rsb-sg4', norm)).body), /sicherheitspruefung|"SICHERHEIT"|STRAFNACHRICHT/, norm);
  }
  t.notRegex(JSON.stringify((await get('pv', '§ 73')).body.hits.cases), /sicherheit/);
});

test('an article that names the hidden process is not found outside; one about it neither', async (t) => {
  const plant = (title: string, body: string, process: string | null) =>
    db('articles').insert({
      article_id: randomUUID(),
      status: 'gueltig',
      version: 1,
      title,
      body,
      process,
      norm: ['§ 64 AufenthG'],
      stand: '2026-05-01',
      owner: 'rsb-sg4',
      source: 'redaktion',
      created_at: new Date(),
      changed_at: new Date(),
      changed_by: 'rsb-sg4',
    });
  await plant('Offen', 'Für alle.', null);
  await plant('Verborgen 1', 'Siehe die Sicherheitsprüfung.', null);
  await plant('Verborgen 2', 'Nichts.', 'sicherheitspruefung');
  const names = async (account: string): Promise<string[]> =>
    [...new Set((await hits('§ 64', account)).articles.map((hit: { name: string }) => hit.name) as string[])].sort();
  t.deepEqual(await names('pv'), ['Offen']);
  t.deepEqual(await names('sicherheit'), ['Offen', 'Verborgen 1', 'Verborgen 2']);
});

test('a norm that is not in the list finds nothing, and is told what is close', async (t) => {
  const { status, body } = await get('pv', '§ 18x');
  t.is(status, 200);
  t.deepEqual(body.norms, []);
  t.true(body.near.includes('§ 18g AufenthG'));
  t.is(body.hits.cases, null);
  for (const kind of ['models', 'decisions', 'letters', 'forms', 'articles', 'values']) t.deepEqual(body.hits[kind], []);
  t.false((await get('pv', 'Blaue Karte')).body.understood);
  for (const query of ['', ' ', 'x'.repeat(201)]) t.is((await get('pv', query)).status, 400);
});

test('the index is built once for what is released', async (t) => {
  t.is(await getIndex(deps.releases), await getIndex(deps.releases));
  const { releases } = deps;
  const newer = {
    ...releases,
    list: async (filter?: object) => (await releases.list(filter)).map((each) => ({ ...each, release: each.release + 1 })),
  };
  let current = releases;
  const changing = { ...releases, list: (filter?: object) => current.list(filter) };
  const before = await getIndex(changing);
  current = newer;
  t.not(await getIndex(changing), before, 'another release is another index');
});

test('applicants get the answer of an absent page', async (t) => {
  t.is((await get('antragsteller', '§ 18g')).status, 404);
});
