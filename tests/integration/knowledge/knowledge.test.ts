import { randomUUID } from 'node:crypto';
import test from 'ava';
import { type ArticleFile, parseArticle, readArticleFiles } from '../../../services/knowledge/article-files.ts';
import { draftFromEscalation, seedArticles } from '../../../services/knowledge/index.ts';
import { openOffice } from '../api/office.ts';
import { NOT_FOUND } from '../api/people.ts';

const office = await openOffice();
const { as, db, deps } = office;
test.after.always(office.stop);

const base = '/api/knowledge/articles';
const article = (change: Record<string, unknown> = {}) => ({
  title: 'Wie man prüft',
  body: '**Kurz:** genau.',
  process: 'duldung',
  elementId: 'userTask_DuldungsgrundPruefen',
  norm: ['§ 60a Abs. 2 AufenthG'],
  ...change,
});
const create = async (change: Record<string, unknown> = {}, by = 'wm'): Promise<string> => {
  const { status, body } = await as(by).post(base, article(change));
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.articleId as string;
};
const patch = (by: string, articleId: string, payload: unknown) => as(by).send({ method: 'PATCH', url: `${base}/${articleId}`, payload });
/** By somebody who has not written it. */
const publish = (by: string, articleId: string) => as(by).post(`${base}/${articleId}/publish`);
const titles = async (by: string, query = ''): Promise<string[]> =>
  (await as(by).get(`${base}${query}`)).body.items.map((each: { title: string }) => each.title);

test('a draft is for those who write; published, everybody in the office reads it and no applicant does', async (t) => {
  const title = `Entwurf ${randomUUID()}`;
  const articleId = await create({ title });
  t.true((await titles('rsb-sg1')).includes(title));
  t.false((await titles('sb-sg4')).includes(title));
  t.is((await as('sb-sg4').get(`${base}/${articleId}`)).text, NOT_FOUND);
  const { status, body } = await publish('rsb-sg2', articleId);
  t.is(status, 200);
  t.like(body, { status: 'gueltig', version: 1, source: 'redaktion', expired: false });
  t.true((await titles('sb-sg4')).includes(title));
  for (const url of [base, `${base}/${articleId}`]) t.is((await as('antragsteller').get(url)).text, NOT_FOUND);
});

test('a change of a valid article is not read before it is published; the version before is kept', async (t) => {
  const articleId = await create();
  await publish('rsb-sg1', articleId);
  t.is((await publish('rsb-sg1', articleId)).status, 409, 'nothing to publish');
  t.is((await patch('wm', articleId, { body: 'Neu.' })).body.draft.body, 'Neu.');
  t.like((await as('sb-sg4').get(`${base}/${articleId}`)).body, { body: '**Kurz:** genau.', draft: null, version: 1 });
  t.like((await publish('rsb-sg1', articleId)).body, { body: 'Neu.', draft: null, version: 2 });
  const kept = await db('article_versions').where('article_id', articleId).orderBy('version').select('body');
  t.deepEqual(
    kept.map((each: { body: string }) => each.body),
    ['**Kurz:** genau.', 'Neu.'],
  );
});

test('nobody publishes what they wrote themselves; it says whose text waits and who may let it hold', async (t) => {
  const waits = async (by: string, articleId: string) => (await as(by).get(`${base}/${articleId}`)).body.waiting;
  const nameOf = async (account: string): Promise<string> =>
    ((await db('staff').where('account', account).first('name')) as { name: string }).name;
  const articleId = await create();
  const own = await publish('wm', articleId);
  t.is(own.status, 403);
  t.regex(own.body.message, /Vier Augen/);
  t.deepEqual(await waits('wm', articleId), { authors: [await nameOf('wm')], mayPublish: false });
  t.deepEqual(await waits('rsb-sg1', articleId), { authors: [await nameOf('wm')], mayPublish: true });
  // Who changes a word of it has written too, and the first author stays one.
  await patch('rsb-sg1', articleId, { body: '**Kurz:** sehr genau.' });
  for (const by of ['wm', 'rsb-sg1']) t.is((await publish(by, articleId)).status, 403, by);
  t.is((await publish('rsb-sg2', articleId)).status, 200);
  t.is(await waits('rsb-sg2', articleId), null);
  // So with each change of what holds.
  await patch('rsb-sg2', articleId, { title: 'Wie man sehr genau prüft' });
  t.is((await publish('rsb-sg2', articleId)).status, 403);
  t.is(await waits('sb-sg4', articleId), null, 'readers learn of no draft');
  t.is((await publish('wm', articleId)).status, 200);
  // The answer to a question is its answerer's text.
  const drafted = (await db.transaction((trx) => draftFromEscalation(trx, answer()))) as string;
  t.is((await publish('rsb-sg1', drafted)).status, 403);
  t.is((await publish('wm', drafted)).status, 200);
});

test('readers do not write, and applicants do not learn that there is something', async (t) => {
  const articleId = await create();
  for (const account of ['sb-sg4', 'sgl-sg1', 'pv', 'al', 'azubi']) {
    t.is((await as(account).post(base, article())).status, 403, account);
    t.is((await patch(account, articleId, { title: 'anders' })).status, 403, account);
    t.is((await publish(account, articleId)).status, 403, account);
  }
  t.is((await as('antragsteller').post(base, article())).text, NOT_FOUND);
  t.is((await patch('antragsteller', articleId, { title: 'anders' })).text, NOT_FOUND);
  t.is((await publish('wm', randomUUID())).text, NOT_FOUND);
});

test('a norm that does not exist and dates that run backwards are refused, all at once', async (t) => {
  const { status, body } = await as('wm').post(base, article({ norm: ['§ 60x AufenthG'], stand: '2026-06-01', validUntil: '2026-05-01' }));
  t.is(status, 400);
  t.deepEqual(body.details.map((each: { field: string }) => each.field).sort(), ['norm', 'validUntil']);
});

test('at a step its own articles come first, then those of its process, then those for all', async (t) => {
  const [step, process, all, other] = [`a ${randomUUID()}`, `b ${randomUUID()}`, `c ${randomUUID()}`, `d ${randomUUID()}`];
  for (const change of [
    { title: all, process: null, elementId: null },
    { title: process, elementId: null },
    { title: step },
    { title: other, elementId: 'userTask_AuflagenFestlegen' },
  ])
    await publish('rsb-sg1', await create(change));
  const found = await titles('sb-sg4', '?process=duldung&elementId=userTask_DuldungsgrundPruefen');
  t.deepEqual(
    found.filter((each) => [step, process, all, other].includes(each)),
    [step, process, all],
  );
});

test('an article past its day says so', async (t) => {
  const articleId = await create({ stand: '2026-01-01', validUntil: '2026-06-07' });
  await publish('rsb-sg1', articleId);
  t.true((await as('sb-sg4').get(`${base}/${articleId}`)).body.expired, 'the office’s day is 2026-06-08');
  t.false((await patch('wm', articleId, { validUntil: '2026-06-08' })).body.draft.validUntil < '2026-06-08');
});

test('the delivered articles are there once, however often the office starts, and say what is true', async (t) => {
  await seedArticles(deps);
  await seedArticles(deps);
  const keys = readArticleFiles().map(({ key }) => key);
  const rows = await db('articles').whereIn('file_key', keys).select('file_key', 'version', 'status');
  t.is(rows.length, keys.length);
  for (const row of rows) t.like(row, { version: 1, status: 'gueltig' });
});

test('a delivered article that people have changed is not overwritten; the new text waits as a draft', async (t) => {
  const file = (body: string): ArticleFile =>
    parseArticle(`---\ntitel: Probe\nnorm: § 24 VwVfG; § 8 AufenthG\nstand: 2026-04-29\nowner: wm\n---\n\n${body}\n`, 'probe.md');
  const read = async () =>
    (await db('articles').where('file_key', 'probe').first()) as {
      article_id: string;
      body: string;
      version: number;
      norm: string[];
      draft: { body: string } | null;
    };
  await seedArticles(deps, [file('Eins')]);
  t.deepEqual((await read()).norm, ['§ 24 VwVfG', '§ 8 AufenthG']);
  await seedArticles(deps, [file('Zwei')]);
  t.like(await read(), { body: 'Zwei', version: 2 });
  const { article_id } = await read();
  await patch('wm', article_id, { body: 'Von Hand' });
  await publish('rsb-sg1', article_id);
  await seedArticles(deps, [file('Drei')]);
  t.like(await read(), { body: 'Von Hand', version: 3, draft: { body: 'Drei' } });
  t.is((await publish('rsb-sg1', article_id)).status, 200, 'who published last has not written what was delivered');
});

const answer = (change: Record<string, unknown> = {}) => ({
  title: 'Frage aus der Praxis',
  body: 'Antwort.',
  process: 'ae-beschaeftigung',
  elementId: 'userTask_AntragPruefen',
  norm: ['§ 18b AufenthG'],
  by: 'rsb-sg1',
  at: new Date('2026-06-08T08:00:00Z'),
  ...change,
});

test('an escalation’s answer becomes a draft, out of a hidden case nothing does', async (t) => {
  const { caseId } = await office.aCase();
  const articleId = await db.transaction((trx) => draftFromEscalation(trx, answer({ caseId })));
  t.like((await as('wm').get(`${base}/${articleId}`)).body, {
    status: 'entwurf',
    source: 'eskalation',
    owner: 'rsb-sg1',
    stand: '2026-06-08',
  });
  const hidden = await office.aHiddenCase();
  t.is(await db.transaction((trx) => draftFromEscalation(trx, answer({ caseId: hidden.caseId }))), undefined);
});

const notes = async (process: string, state = 'offen') =>
  (await as('pv').get(`/api/processes/${process}/feedback?state=${state}`)).body.items as {
    feedbackId: string;
    text: string;
    elementId: string;
  }[];

test('a note about a step goes to its owner, by element, open until it is settled', async (t) => {
  const { caseId } = await office.aCase();
  const taskId = await office.aTask(caseId);
  const text = `Passt nicht ${randomUUID()}`;
  t.is((await as('sb-sg4').post(`/api/tasks/${taskId}/feedback`, { text })).status, 201);
  const note = (await notes('vollstaendigkeit')).find((each) => each.text === text);
  t.is(note?.elementId, 'userTask_UnterlagenPruefen');
  const settle = (by: string, process = 'vollstaendigkeit') =>
    as(by).post(`/api/processes/${process}/feedback/${note?.feedbackId}/settle`, { answer: 'Geändert.' });
  t.is((await settle('sb-sg4')).text, NOT_FOUND);
  t.is((await settle('pv', 'duldung')).text, NOT_FOUND);
  t.like((await settle('pv')).body, { state: 'erledigt', settledBy: 'pv', answer: 'Geändert.' });
  t.is((await settle('wm')).status, 409);
  t.false((await notes('vollstaendigkeit')).some((each) => each.text === text));
  t.true((await notes('vollstaendigkeit', 'erledigt')).some((each) => each.text === text));
});

test('what is said in a hidden case is shown to nobody outside it', async (t) => {
  const { caseId } = await office.aHiddenCase();
  const taskId = await office.aTask(caseId, { groups: ['sicherheit'] });
  const text = `Geheim ${randomUUID()}`;
  t.is((await as('sicherheit').post(`/api/tasks/${taskId}/feedback`, { text })).status, 201);
  t.is((await as('sb-sg4').post(`/api/tasks/${taskId}/feedback`, { text })).text, NOT_FOUND);
  t.false((await notes('vollstaendigkeit', 'alle')).some((each) => each.text === text));
});

test('at a step stands what others know about the same sections, after its own, and no draft', async (t) => {
  const [own, same, other, draft] = ['eigen', 'gleich', 'anders', 'entwurf'].map((each) => `${each} ${randomUUID()}`) as [
    string,
    string,
    string,
    string,
  ];
  await publish('rsb-sg1', await create({ title: own, norm: [] }));
  await publish('rsb-sg1', await create({ title: same, process: 'widerspruch', elementId: null, norm: ['§§ 84, 104c AufenthG'] }));
  await publish('rsb-sg1', await create({ title: other, process: 'widerspruch', elementId: null, norm: ['§ 72 VwGO'] }));
  await create({ title: draft, process: 'widerspruch', elementId: null, norm: ['§ 104c AufenthG'] });
  const place = 'process=duldung&elementId=userTask_DuldungsgrundPruefen';
  const found = await titles('wm', `?${place}&norm=${encodeURIComponent('§ 104c Abs. 1 AufenthG')}`);
  t.true(found.includes(own));
  t.is(found.at(-1), same);
  t.false(found.includes(other) || found.includes(draft));
  t.false((await titles('wm', `?${place}`)).includes(same));
});
