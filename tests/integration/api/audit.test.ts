import { createHash } from 'node:crypto';
import test from 'ava';
import { sealAudit, verifyAudit } from '../../../services/platform/audit-chain-store.ts';
import { multipart } from '../documents/multipart.ts';
import { anApplicant, openOffice } from './office.ts';
import { entries } from './route-entries.ts';

/** Every read and every change of a case, done or refused, is in the trail. */
const office = await openOffice();
const { as, db } = office;

const pdf = multipart([
  { name: 'file', content: '%PDF-1.7 probe', filename: 'Pass.pdf', contentType: 'application/pdf' },
  { name: 'type', content: 'PASS' },
]);
type Row = {
  actor: string;
  action: string;
  case_id: string | null;
  object: string | null;
  outcome: string;
  reason: string | null;
  payload: Record<string, unknown>;
};

const rowsAfter = async (last: number): Promise<Row[]> => db('audit').where('audit_id', '>', last).orderBy('audit_id').select('*');
const lastId = async (): Promise<number> =>
  Number(((await db('audit').max({ last: 'audit_id' }).first()) as { last: string | null }).last ?? 0);

const { caseId } = await office.aCase({ by: 'antragsteller' });
const documentId = (await as('sb-sg4').send({ method: 'POST', url: `/api/cases/${caseId}/documents`, ...pdf })).body.documentId as string;
const letterId = await office.aLetter(caseId);
await office.aFee(caseId);
const warteId = await office.aWait(caseId);
const taskId = await office.aTask(caseId);
const ids: Record<string, string> = { caseId, documentId, letterId, warteId, taskId };
const urlOf = (path: string): string => path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);

test.after.always(office.stop);

const reasoned = { reason: 'Probe' };
/** What each call on a task is sent with, in an order in which all of them succeed. */
const taskCalls: [key: string, by: string, payload?: unknown][] = [
  ['GET /api/tasks/{taskId}', 'sb-sg4'],
  ['GET /api/tasks/{taskId}/bescheid', 'sb-sg4'],
  ['GET /api/tasks/{taskId}/candidates', 'sgl-sg4'],
  ['POST /api/tasks/{taskId}/feedback', 'sb-sg4', { text: 'Passt nicht' }],
  ['POST /api/tasks/{taskId}/claim', 'sb-sg4'],
  ['POST /api/tasks/{taskId}/release', 'sb-sg4'],
  ['POST /api/tasks/{taskId}/handover', 'sb-sg4', { to: 'sb-sg4', ...reasoned }],
  ['POST /api/tasks/{taskId}/assign', 'sgl-sg4', { assignee: 'sb-sg4', ...reasoned }],
  ['PUT /api/tasks/{taskId}/draft', 'sb-sg4', { variables: { a: 1 } }],
  ['POST /api/tasks/{taskId}/complete', 'sb-sg4', { variables: { vollstaendigkeit: 'VOLLSTAENDIG' } }],
];
const ofCase = Object.keys(entries).filter((key) => ['case', 'page'].includes(entries[key]?.of ?? ''));

test.serial('every route that touches a case or task is looked at here', (t) => {
  t.deepEqual(
    Object.keys(entries)
      .filter((key) => entries[key]?.of === 'task')
      .sort(),
    taskCalls.map(([key]) => key).sort(),
  );
});

for (const key of ofCase)
  test.serial(`${key} leaves a line`, async (t) => {
    const [method = '', path = ''] = key.split(' ');
    const entry = entries[key];
    const before = await lastId();
    const by = entry?.of === 'page' ? 'antragsteller' : 'sb-sg4';
    const form = { payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const fresh = multipart([
      { name: 'file', content: `%PDF-1.7 ${key}`, filename: 'Pass.pdf', contentType: 'application/pdf' },
      { name: 'type', content: 'FOTO' },
    ]);
    const payload = entry?.payload?.({ section: 'SG4' });
    const { status } = await as(by).send({
      method,
      url: urlOf(path),
      ...(payload === undefined ? {} : { payload }),
      ...(entry?.upload ? fresh : entry?.form ? form : {}),
    });
    t.true(status < 400, `${status}`);
    const lines = (await rowsAfter(before)).filter((row) => row.case_id === caseId && row.outcome === 'done');
    t.true(lines.length > 0);
    for (const line of lines) t.is(line.actor, by);
  });

for (const [key, by, payload] of taskCalls)
  test.serial(`${key} leaves a line with its task`, async (t) => {
    const [method = '', path = ''] = key.split(' ');
    const before = await lastId();
    const { status } = await as(by).send({ method, url: urlOf(path), ...(payload ? { payload } : {}) });
    t.true(status < 300, `${status}`);
    const [line, ...more] = await rowsAfter(before);
    t.deepEqual(more, []);
    t.like(line, { actor: by, case_id: caseId, object: `task ${taskId}`, outcome: 'done', section: 'SG4' });
    t.is(line?.reason, payload && 'reason' in (payload as object) ? 'Probe' : null);
  });

test.serial('opening a case and searching for one leave a line, the search without its words', async (t) => {
  const before = await lastId();
  const applicant = anApplicant({ familienname: 'Suchwort' });
  const opened = (await as('sb-sg4').post('/api/cases', { anliegen: 'DULDUNG', applicant, facts: {} })).body;
  await as('sb-sg4').get('/api/cases?query=Suchwort');
  await as('sb-sg4').get('/api/tasks?query=Suchwort&view=all');
  const textHash = createHash('sha256').update('Suchwort').digest('hex');
  const lines = await rowsAfter(before);
  t.deepEqual(
    lines.map((line) => line.action),
    ['open case', 'search cases', 'search tasks'],
  );
  t.is(lines[0]?.case_id, opened.caseId);
  t.deepEqual(lines[1]?.payload, { textHash, hits: [opened.caseId] });
  t.notRegex(JSON.stringify(lines), /Suchwort/);
});

test.serial('refused tries are in the trail, too, for hidden and absent alike', async (t) => {
  const hidden = await office.aHiddenCase();
  const hiddenTask = await office.aTask(hidden.caseId, { groups: ['sicherheit'] });
  const before = await lastId();
  const absent = '0d0c9c0e-7f4e-4b1e-9b8a-6f0f5d3a1c11';
  for (const id of [hidden.caseId, absent]) await as('al').get(`/api/cases/${id}`);
  for (const id of [hiddenTask, absent]) await as('al').post(`/api/tasks/${id}/claim`);
  const free = await office.aTask((await office.aCase()).caseId);
  await as('rsb-sg4').post(`/api/tasks/${free}/claim`);
  const refused = (await rowsAfter(before)).filter((row) => row.outcome === 'refused');
  const lines = refused.map(({ actor, action, outcome, case_id, object }) => [actor, action, outcome, case_id, object]);
  t.deepEqual(lines, [
    ['al', 'open case file', 'refused', hidden.caseId, null],
    ['al', 'open case file', 'refused', absent, null],
    ['al', 'claim task', 'refused', null, `task ${hiddenTask}`],
    ['al', 'claim task', 'refused', null, `task ${absent}`],
    ['rsb-sg4', 'claim task', 'refused', null, `task ${free}`],
  ]);
});

test.serial('a change whose line cannot be written does not happen', async (t) => {
  const task = await office.aTask((await office.aCase()).caseId);
  await office.asAdmin((admin) => admin.raw("alter table audit add constraint probe check (action <> 'claim task') not valid"));
  t.teardown(() => office.asAdmin((admin) => admin.raw('alter table audit drop constraint probe')));
  t.is((await office.claim(task, 'sb-sg4-2')).status, 500);
  t.is(((await db('tasks').where('task_id', task).first('assignee')) as { assignee: string | null }).assignee, null);
});

test.serial('all of it is one whole chain', async (t) => {
  await sealAudit(db);
  t.is(await verifyAudit(db), undefined);
});
