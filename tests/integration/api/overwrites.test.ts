import test from 'ava';
import { openOffice } from './office.ts';

/** Two people have the same thing open: who comes second is told who was faster, and nothing is written over. */
const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

type Sent = { status: number; body: { message?: string; details?: { version: number; by?: string; at?: string }; version?: number } };
type Attempt = (account: string, seen: { version?: number; headers?: Record<string, string> }) => Promise<Sent>;

const send = async (
  account: string,
  { method = 'POST', url, payload }: { method?: string; url: string; payload?: object },
  { version, headers = {} }: { version?: number; headers?: Record<string, string> },
): Promise<Sent> => {
  const body = JSON.stringify({ ...payload, ...(version === undefined ? {} : { version }) });
  return as(account).send({ method, url, payload: body, headers: { 'content-type': 'application/json', ...headers } });
};

const anArticle = async (): Promise<string> =>
  (await as('wm').post('/api/knowledge/articles', { title: 'Zwei schreiben', body: 'Ein Text.' })).body.articleId;
const aChange = async (): Promise<string> =>
  (await as('pv').post('/api/process-changes', { title: 'Zwei schreiben', reason: '' })).body.changeId;
const path = 'decisions/fiktion.dmn';
const aFile = async (): Promise<{ changeId: string; version: number }> => {
  const changeId = (await as('pv').post('/api/process-changes', { title: 'Zwei an einer Datei', files: [{ path }] })).body.changeId;
  return { changeId, version: (await as('pv').get(`/api/process-changes/${changeId}/files?path=${path}`)).body.version };
};

/** What two do at once, the version both saw, and who the two are. */
const scenes: Record<string, { two: [string, string]; set: () => Promise<{ version: number; attempt: Attempt }> }> = {
  'an article': {
    two: ['wm', 'rsb-sg1'],
    set: async () => {
      const articleId = await anArticle();
      return {
        version: 1,
        attempt: (by, seen) =>
          send(by, { method: 'PATCH', url: `/api/knowledge/articles/${articleId}`, payload: { body: `Text von ${by}` } }, seen),
      };
    },
  },
  'an article that is published': {
    two: ['rsb-sg1', 'rsb-sg2'],
    set: async () => {
      const articleId = await anArticle();
      return { version: 1, attempt: (by, seen) => send(by, { url: `/api/knowledge/articles/${articleId}/publish` }, seen) };
    },
  },
  'a deadline': {
    two: ['sb-sg4', 'sb-sg4-2'],
    set: async () => {
      const { caseId } = await office.aCase();
      const warteId = await office.aWait(caseId);
      const waits = (await as('sb-sg4').get(`/api/cases/${caseId}`)).body.waits as { version: number }[];
      return {
        version: waits[0]?.version ?? 0,
        attempt: (by, seen) =>
          send(by, { url: `/api/cases/${caseId}/deadlines/${warteId}`, payload: { date: '2026-07-15', reason: 'Probe' } }, seen),
      };
    },
  },
  'title and reason of a change': {
    two: ['pv', 'pv-2'],
    set: async () => {
      const changeId = await aChange();
      const { body } = await as('pv').get(`/api/process-changes/${changeId}`);
      return {
        version: body.wordsVersion,
        attempt: (by, seen) =>
          send(by, { method: 'PATCH', url: `/api/process-changes/${changeId}`, payload: { reason: `Grund von ${by}` } }, seen),
      };
    },
  },
  'a file of a change': {
    two: ['pv', 'pv-2'],
    set: async () => {
      const { changeId, version } = await aFile();
      const { content } = (await as('pv').get(`/api/process-changes/${changeId}/files?path=${path}`)).body;
      return {
        version,
        attempt: (by, seen) =>
          send(by, { method: 'PUT', url: `/api/process-changes/${changeId}/files`, payload: { path, content: `${content}\n` } }, seen),
      };
    },
  },
  'a file that is compared anew': {
    two: ['pv', 'pv-2'],
    set: async () => {
      const { changeId, version } = await aFile();
      return {
        version,
        attempt: (by, seen) => send(by, { url: `/api/process-changes/${changeId}/files/rebase`, payload: { path } }, seen),
      };
    },
  },
  'a file that is to go': {
    two: ['pv', 'pv-2'],
    set: async () => {
      const { changeId, version } = await aFile();
      return {
        version,
        attempt: (by, seen) => send(by, { url: `/api/process-changes/${changeId}/files/remove`, payload: { path } }, seen),
      };
    },
  },
};

for (const [name, { two, set }] of Object.entries(scenes)) {
  const [first, second] = two;
  test(`${name}: the second is told who was faster, and goes on from there`, async (t) => {
    const { version, attempt } = await set();
    const done = await attempt(first, { version });
    t.true(done.status < 300, `${done.status} ${JSON.stringify(done.body)}`);
    const late = await attempt(second, { version });
    t.like(late, { status: 409, body: { details: { version: version + 1, by: first } } });
    t.regex(late.body.message ?? '', /inzwischen/i);
    t.regex(late.body.details?.at ?? '', /^\d{4}-\d\d-\d\dT/);
    t.is((await attempt(second, { headers: { 'if-match': `"${version}"` } })).status, 409, 'If-Match says the same');
    if (name !== 'an article that is published') {
      const again = await attempt(second, { headers: { 'if-match': `"${version + 1}"` } });
      t.true(again.status < 300, `${again.status} ${JSON.stringify(again.body)}`);
    }
    t.is((await attempt(second, { headers: { 'if-match': 'gestern' } })).status, 400);
  });

  test(`${name}: of two at once one gets through`, async (t) => {
    const { version, attempt } = await set();
    const both = await Promise.all(two.map((by) => attempt(by, { version })));
    t.deepEqual(both.map(({ status }) => (status < 300 ? 200 : status)).toSorted(), [200, 409]);
  });
}

test('a reading says the version as ETag, and a writing the next one', async (t) => {
  const url = `/api/knowledge/articles/${await anArticle()}`;
  t.is((await as('wm').get(url)).headers.etag, '"1"');
  const changed = await as('wm').send({ method: 'PATCH', url, payload: { body: 'Neu.' }, headers: { 'if-match': '"1"' } });
  t.is(changed.headers.etag, '"2"');
  t.like(changed.body, { revision: 2, version: 0, changedBy: 'wm' });
  const change = await as('pv').get(`/api/process-changes/${await aChange()}`);
  t.is(change.headers.etag, `"${change.body.wordsVersion}"`);
});

test('a draft that is published publishes what was read, not what came since', async (t) => {
  const url = `/api/knowledge/articles/${await anArticle()}`;
  await as('rsb-sg1').send({ method: 'PATCH', url, payload: { body: 'Von jemand anderem.' } });
  t.is((await as('rsb-sg2').post(`${url}/publish`, { version: 1 })).status, 409);
  t.is((await as('wm').get(url)).body.status, 'entwurf');
});

test('a reminder somebody has moved is not dropped unseen', async (t) => {
  const { caseId } = await office.aCase();
  const warteId = await office.aWait(caseId, { kind: 'wiedervorlage' });
  t.is((await as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${warteId}`, { date: '2026-07-15', reason: 'Probe' })).status, 202);
  const drop = (version: number) =>
    as('sb-sg4-2').send({ method: 'DELETE', url: `/api/cases/${caseId}/reminders/${warteId}`, headers: { 'if-match': `"${version}"` } });
  t.like(await drop(1), { status: 409, body: { details: { version: 2, by: 'sb-sg4' } } });
  t.is((await drop(2)).status, 202);
});

test('who names no version writes as before', async (t) => {
  const url = `/api/knowledge/articles/${await anArticle()}`;
  for (const by of ['wm', 'rsb-sg1']) t.is((await as(by).send({ method: 'PATCH', url, payload: { body: `Text von ${by}` } })).status, 200);
  t.is((await db('articles').where('article_id', url.split('/').at(-1)).first('revision')).revision, 3);
});

test('the same key with another version is another request', async (t) => {
  const { caseId } = await office.aCase();
  const warteId = await office.aWait(caseId);
  const move = (version: number) =>
    as('sb-sg4').send({
      method: 'POST',
      url: `/api/cases/${caseId}/deadlines/${warteId}`,
      payload: { date: '2026-07-15', reason: 'Probe' },
      headers: { 'if-match': `"${version}"`, 'idempotency-key': `frist-${warteId}` },
    });
  t.is((await move(1)).status, 202);
  t.is((await move(1)).status, 202, 'replayed');
  t.is((await move(2)).status, 422);
});
