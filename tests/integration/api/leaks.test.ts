import { randomUUID } from 'node:crypto';
import test from 'ava';
import vorbereiten from '../../../services/routing/workers/eingang-vorbereiten.ts';
import { multipart } from '../documents/multipart.ts';
import { runWorker } from '../letters/office.ts';
import { anApplicant, type Opened, openOffice } from './office.ts';
import { accounts, isInCircle } from './people.ts';

/** A hidden case, with everything a case can have, leaves no trace for anybody outside its circle. */
const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

const CANARY = /kanari|geheimort|SI-2026|sicherheitsnachricht/i;
const outside = accounts.filter((account) => !isInCircle(account));

const applicant = anApplicant({ familienname: 'Kolibri', vornamen: 'Nour', telefon: '0721 555' });
const hiddenApplicant = {
  ...applicant,
  vornamen: 'Nour',
  geburtsname: 'Kanarienvogel',
  anschrift: 'Geheimort 7',
  email: 'kanari@example.org',
};

const reads = ['cases', 'tasks'].flatMap((list) => {
  const variants =
    list === 'cases'
      ? ['sort=-createdAt', 'sort=deadline', 'status=stoerung', 'status=wartet']
      : ['view=mine', 'view=group', 'view=all', 'view=all&sort=priority', 'view=all&sort=-createdAt'];
  const searches = ['Kolibri', 'Kanarienvogel', 'SI-2026', 'SI-2026-000001', '000001', 'Nour'].map(
    (text) => `query=${text}${list === 'tasks' ? '&view=all' : ''}`,
  );
  return [
    ...variants,
    ...searches,
    ...variants.map((variant) => `${variant}&limit=1`),
    ...variants.map((variant) => `${variant}&section=SG4`),
  ].map((query) => `/api/${list}?${query}`);
});
const searches = [
  'Kolibri',
  'Kanarienvogel',
  'SI-2026-000001',
  'si 2026 1',
  '000001',
  'Nour Kolibri 4.5.1990',
  'Nour Kanarienvogel 4.5.1990',
  '1990',
]
  .concat('0721 555', 'kanari@example.org', 'Kanarienvogl')
  .map((text) => `/api/search?q=${encodeURIComponent(text)}`);
const models = ['duldung', 'vorgang', 'eingang', 'vollstaendigkeit'].flatMap((id) =>
  ['tokens', 'heat', 'cases', 'elements', 'versions'].map((part) => `/api/processes/${id}/${part}`),
);
/** Every other page and answer that needs no id. A stream never ends. */
const others = office.server
  .table()
  .filter((route) => route.method === 'get' && !route.path.includes('{') && route.path !== '/api/events')
  .map((route) => route.path)
  .concat('/api/decisions/routing', '/api/tasks/counts?view=all')
  // What everything rests on, and what only the hidden process does.
  .concat(['24 VwVfG', '60a', '5', '54', '73'].map((norm) => `/api/norms?query=${encodeURIComponent(norm)}`));

/** Everything an account can read, as it stands now. */
const readEverything = async (account: string, more: string[]): Promise<Map<string, string>> => {
  const answers = new Map<string, string>();
  for (const url of [...reads, ...searches, ...models, ...others, ...more]) {
    const { status, text } = await as(account).get(url);
    answers.set(url, `${status} ${text}`);
  }
  return answers;
};

const failCommand = (caseId: string, error: string) =>
  db.transaction(async (trx) => {
    await office.deps.commands.add(trx, 'complete-task', { taskId: randomUUID(), caseId }, { key: `probe:${caseId}` });
    await trx.raw('update graphile_worker._private_jobs set last_error = ?, attempts = 5 where key = ?', [error, `probe:${caseId}`]);
  });

let instances = 2_251_799_813_685_249;

const standInEngine = async (caseId: string, message: string): Promise<void> => {
  instances += 1;
  const key = String(instances);
  await db('engine_instances').insert({
    process_instance_key: key,
    partition_id: 1,
    root_key: key,
    case_id: caseId,
    plain_id: 'duldung',
    engine_id: 'duldung',
    release: 1,
    definition_key: '1',
    state: 'active',
    started_at: new Date('2026-06-08T08:00:00Z'),
  });
  await db('engine_elements').insert({
    element_key: `${key}1`,
    process_instance_key: key,
    case_id: caseId,
    element_id: 'userTask_DuldungsgrundPruefen',
    element_type: 'USER_TASK',
    state: 'active',
    position: 1,
    activated_at: new Date('2026-06-08T08:00:00Z'),
  });
  await db('engine_incidents').insert({
    incident_key: key,
    process_instance_key: key,
    case_id: caseId,
    element_id: 'userTask_DuldungsgrundPruefen',
    element_key: `${key}1`,
    error_type: 'JOB_NO_RETRIES',
    message,
    created_at: new Date('2026-06-08T08:00:00Z'),
  });
  await db('cases').where('case_id', caseId).update({ open_incidents: 1 });
};

type Hidden = Opened & { ids: string[] };

/** Opened, routed, worked on, stuck: whatever leaves rows somewhere. */
const makeHidden = async (): Promise<Hidden> => {
  const opened = await office.aHiddenCase({ applicant: hiddenApplicant });
  const { caseId } = opened;
  const taskId = await office.aTask(caseId, { groups: ['sicherheit'] });
  await office.claim(taskId, 'sicherheit');
  await as('sicherheit').put(`/api/tasks/${taskId}/draft`, { variables: { kanari: 'kanari' } });
  const second = await office.aTask(caseId, { groups: ['sicherheit'] });
  const warteId = await office.aWait(caseId);
  await as('sicherheit').post(`/api/cases/${caseId}/deadlines/${warteId}`, { date: '2026-07-15', reason: 'kanari' });
  const upload = multipart([
    { name: 'file', content: '%PDF-1.7 kanari', filename: 'Kanari.pdf', contentType: 'application/pdf' },
    { name: 'type', content: 'PASS' },
  ]);
  const { body } = await as('sicherheit').send({ method: 'POST', url: `/api/cases/${caseId}/documents`, ...upload });
  const letterId = await office.aLetter(caseId);
  await as('sicherheit').post(`/api/cases/${caseId}/reassign`, { anliegen: 'STRAFNACHRICHT', reason: 'kanari' });
  await failCommand(caseId, 'Kanari');
  await standInEngine(caseId, 'Kanari');
  return { ...opened, ids: [caseId, taskId, second, warteId, body.documentId, letterId] };
};

test.serial('nothing anybody outside can read changes by a single letter', async (t) => {
  const ordinary = await office.aCase({ applicant, by: 'antragsteller' });
  const taskId = await office.aTask(ordinary.caseId);
  await failCommand(ordinary.caseId, 'Probe');
  await standInEngine(ordinary.caseId, 'Probe');
  const more = [
    `/api/cases/${ordinary.caseId}`,
    `/api/cases/${ordinary.caseId}/diagram`,
    `/api/tasks/${taskId}`,
    `/mein/vorgang/${ordinary.caseId}`,
  ];

  // Worked out once: no part of what is compared.
  await office.whyHere('sb-sg4', ordinary.caseId);
  const before = new Map<string, Map<string, string>>();
  for (const account of outside) before.set(account, await readEverything(account, more));
  const hidden = await makeHidden();
  for (const account of outside) {
    const after = await readEverything(account, more);
    for (const [url, text] of after) {
      // The trail tells of these very reads.
      if (!url.startsWith('/api/audit')) t.is(text, before.get(account)?.get(url) ?? '', `${account} ${url}`);
      t.notRegex(/decisions|openapi|api-docs/.test(url) ? '' : text, CANARY, `${account} ${url}`);
      for (const id of hidden.ids) t.false(text.includes(id), `${account} ${url}`);
    }
  }
  const seen = [...(await readEverything('sicherheit-2', [`/api/cases/${hidden.caseId}`])).values()].join('\n');
  t.regex(seen, /Kanarienvogel/);
  t.true(seen.includes(hidden.aktenzeichen));
});

test.serial('the numbers of ordinary cases go on without a gap', async (t) => {
  const numbers: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    numbers.push(Number((await office.open()).aktenzeichen.slice(-6)));
    await office.aHiddenCase();
  }
  t.deepEqual(
    numbers.map((each) => each - (numbers[0] ?? 0)),
    [0, 1, 2, 3],
  );
});

test.serial('a relative’s number of a hidden case is answered like one that does not exist', async (t) => {
  const { aktenzeichen } = await office.aHiddenCase();
  for (const account of ['svc', 'sb-sg4', 'rsb-sg4', 'antragsteller']) {
    const open = (angehoerigerVon: string) =>
      as(account).post('/api/cases', { anliegen: 'DULDUNG', applicant: anApplicant(), facts: { angehoerigerVon } });
    const [of, none] = [await open(aktenzeichen), await open('SI-2026-999999')];
    t.is(of.status, 400);
    t.is(of.text, none.text);
  }
});

test.serial('intake finds no open matter where there is only a hidden one', async (t) => {
  const person = anApplicant();
  await office.aHiddenCase({ applicant: person });
  const { caseId } = await office.open({ applicant: person });
  t.like(await runWorker(vorbereiten, office.deps as never, { caseId }), { offenesTeam: '' });
  t.notRegex((await as('svc').get(`/api/cases/${caseId}`)).text, /derselben Person/);
});

test.serial('no mail goes out for a hidden case', async (t) => {
  const { caseId } = await office.aHiddenCase();
  const letterId = await office.aLetter(caseId);
  t.deepEqual(await office.outbox('send-mail-notice', letterId), []);
  const ordinary = await office.aLetter((await office.aCase({ by: 'antragsteller' })).caseId);
  t.is((await office.outbox('send-mail-notice', ordinary)).length, 1);
});

test.serial('the routing of an ordinary case does not name the rows of the circle', async (t) => {
  const { caseId } = await office.aCase({ anliegen: 'STUDIUM', section: 'SG1' });
  const routing = await office.whyHere('sb-sg1', caseId);
  t.regex(routing.rule, /^D1_/);
  t.true(routing.losers.length > 3);
  t.notRegex(JSON.stringify(routing), /SICHERHEIT|AUSWEISUNG|STRAFNACHRICHT|D1_01|D1_02/);
  const hidden = await office.aHiddenCase({ anliegen: 'STRAFNACHRICHT' });
  t.regex(JSON.stringify((await office.whyHere('sicherheit', hidden.caseId)).losers), /D1_01/);
});

/** Reads a stream until the marker comes; what came before it is returned. */
const readUntil = async (answer: Response, marker: string): Promise<string> => {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes(marker)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended before ${marker}`);
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
};

test.serial('the event stream tells only the circle of a hidden case', async (t) => {
  await office.server.start();
  const url = `http://127.0.0.1:${office.server.info.port}/api/events`;
  const listeners = ['svc', 'sb-sg4', 'rsb-sg4', 'sgl-sg4', 'al', 'ops', 'pv', 'azubi', 'antragsteller', 'sicherheit'];
  const streams = await Promise.all(
    listeners.map(async (account) => fetch(url, { headers: { authorization: `Bearer ${await office.token(account)}` } })),
  );
  for (const stream of streams) t.is(stream.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  const hidden = await makeHidden();
  const { notify } = await import('../../../services/platform/events.ts');
  await db.transaction((trx) => notify(trx, { kind: 'case', caseId: 'marker', section: 'SG4', hidden: true }));
  const ordinary = await office.aCase({ by: 'svc' });
  const [texts, circle] = [new Map<string, string>(), await readUntil(streams.at(-1) as Response, 'marker')];
  t.true(circle.includes(hidden.caseId));
  for (const [index, account] of listeners.slice(0, 4).entries())
    texts.set(account, await readUntil(streams[index] as Response, ordinary.caseId));
  for (const [account, text] of texts) {
    t.true(text.includes('event: case'), account);
    for (const id of [...hidden.ids, 'marker']) t.false(text.includes(id), account);
    t.notRegex(text, CANARY);
  }
  // The others hear of neither; what has reached them by now is nothing.
  for (const [index, account] of listeners.entries()) {
    if (index < 4 || account === 'sicherheit') continue;
    const models = db.transaction((trx) => notify(trx, { kind: account === 'antragsteller' ? 'case' : 'models', account }));
    await models;
    const text = await readUntil(streams[index] as Response, account === 'antragsteller' ? 'event: case' : 'event: models');
    for (const id of [...hidden.ids, 'marker']) t.false(text.includes(id), account);
  }
});

test.serial('the log names neither people nor cases', (t) => {
  const text = office.log.join('');
  t.true(text.includes('"route":"/api/cases/{caseId}"'));
  t.notRegex(text, CANARY);
  t.notRegex(text, /Kolibri|Nour|kim@example|AB-2026|\/api\/cases\/[\da-f]{8}|Bearer|eyJ/);
});
