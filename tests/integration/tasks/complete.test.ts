import { randomUUID } from 'node:crypto';
import test from 'ava';
import { settleTask } from '../../../services/tasks/settle-task.ts';
import { openOffice } from '../api/office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

const done = { vollstaendigkeit: 'VOLLSTAENDIG' };
const held = async (by = 'sb-sg4'): Promise<{ caseId: string; taskId: string }> => {
  const { caseId } = await office.aCase();
  const taskId = await office.aTask(caseId);
  await office.claim(taskId, by);
  return { caseId, taskId };
};
const complete = (taskId: string, variables: unknown, by = 'sb-sg4') => as(by).post(`/api/tasks/${taskId}/complete`, { variables });
const end = async (taskId: string, status: 'erledigt' | 'entfallen'): Promise<void> => {
  const { job_key } = (await db('tasks').where('task_id', taskId).first('job_key')) as { job_key: string };
  await db.transaction((trx) => settleTask(trx, office.deps, job_key, status));
};
const inputShown = async (caseId: string, taskId: string) =>
  (await as('sb-sg4').get(`/api/cases/${caseId}`)).body.tasks.find((each: { taskId: string }) => each.taskId === taskId)?.input;

test('completing takes the entries, the list and the engine’s command together', async (t) => {
  const { caseId, taskId } = await held();
  const { status, body } = await complete(taskId, done);
  t.is(status, 202);
  t.like(body, { taskId, status: 'wird-verarbeitet', completedBy: 'sb-sg4', may: [] });
  const { items } = (await as('sb-sg4').get('/api/tasks?view=mine')).body;
  t.false(items.some((item: { taskId: string }) => item.taskId === taskId));
  const found = (await as('sb-sg4').get(`/api/cases/${caseId}`)).body;
  t.like(found, { facts: done, clerk: 'sb-sg4' });
  t.deepEqual(found.history.at(-1), {
    at: '2026-06-08T08:00:00.000Z',
    text: '„Unterlagen prüfen“ erledigt',
    elementId: 'userTask_UnterlagenPruefen',
    by: 'sb-sg4',
    kind: 'task-done',
  });
  t.deepEqual(await office.outbox('complete-task', taskId), [{ taskId, caseId }]);
});

test('the same call again is the same answer with one effect; other entries are 409', async (t) => {
  const { caseId, taskId } = await held();
  const first = await complete(taskId, done);
  const again = await complete(taskId, done);
  t.is(again.status, 202);
  t.deepEqual(again.body, first.body);
  await end(taskId, 'erledigt');
  t.is((await complete(taskId, done)).status, 202);
  const other = await complete(taskId, { vollstaendigkeit: 'NACH_AKTENLAGE' });
  t.is(other.status, 409);
  t.like(other.body.details, { by: 'sb-sg4' });
  t.is((await office.outbox('complete-task', taskId)).length, 1);
  t.is((await as('sb-sg4').get(`/api/cases/${caseId}`)).body.facts.vollstaendigkeit, 'VOLLSTAENDIG');
});

test('not claimed is 403, held by somebody else 409, done by somebody else 409', async (t) => {
  const { caseId } = await office.aCase();
  const taskId = await office.aTask(caseId);
  t.is((await complete(taskId, done)).status, 403);
  await office.claim(taskId, 'sb-sg4-2');
  const refused = await complete(taskId, done);
  t.is(refused.status, 409);
  t.like(refused.body.details, { by: 'sb-sg4-2' });
  await complete(taskId, done, 'sb-sg4-2');
  t.like((await complete(taskId, done)).body, { statusCode: 409, details: { by: 'sb-sg4-2' } });
});

test('every fault of a form comes at once, unknown fields by name, and nothing is taken', async (t) => {
  const { caseId, taskId } = await held();
  const { status, body } = await complete(taskId, {
    vollstaendigkeit: 'VIELLEICHT',
    fehlend: ['GIBTESNICHT'],
    wunschFrist: '2026-02-30',
    hidden: true,
  });
  t.is(status, 400);
  t.like(body, { error: 'Bad Request', message: 'Bitte prüfen Sie die Eingaben.' });
  const fields = body.details.map((each: { field: string }) => each.field);
  t.true(fields.includes('vollstaendigkeit') && fields.includes('hidden'));
  t.is((await complete(taskId, {})).status, 400);
  t.is((await as('sb-sg4').get(`/api/tasks/${taskId}`)).body.status, 'offen');
  t.deepEqual(await office.outbox('complete-task', taskId), []);
  t.deepEqual((await as('sb-sg4').get(`/api/cases/${caseId}`)).body.facts, {});
});

test('only fields marked for the engine would go there; free text stays a fact of the case', async (t) => {
  const { caseId } = await office.aCase();
  const taskId = await office.aTask(caseId, { process: 'neue-unterlagen', elementId: 'userTask_NeueUnterlagenPruefen' });
  const { form } = (await as('sb-sg4').get(`/api/tasks/${taskId}`)).body;
  t.true(form.components.length > 0);
  t.notRegex(JSON.stringify(await office.outbox('complete-task')), /vollstaendigkeit|VOLLSTAENDIG/);
});

test('a task the engine has withdrawn is 410 and the holder’s entries are kept', async (t) => {
  const { caseId, taskId } = await held();
  await end(taskId, 'entfallen');
  for (const call of ['claim', 'release']) t.is((await as('sb-sg4').post(`/api/tasks/${taskId}/${call}`)).status, 410, call);
  const { status, body } = await complete(taskId, done);
  t.is(status, 410);
  t.is(body.message, 'Diese Aufgabe ist inzwischen entfallen. Ihre Eingaben sind beim Vorgang aufbewahrt.');
  t.deepEqual(await inputShown(caseId, taskId), done);
  t.is((await as('sb-sg4').get(`/api/tasks/${taskId}`)).body.status, 'entfallen');
});

test('nobody writes over what a colleague has entered into a withdrawn task', async (t) => {
  const { caseId, taskId } = await held();
  await complete(taskId, done);
  await end(taskId, 'entfallen');
  const late = await complete(taskId, { vollstaendigkeit: 'NACH_AKTENLAGE' }, 'sb-sg4-2');
  t.is(late.status, 410);
  t.is(late.body.message, 'Diese Aufgabe ist inzwischen entfallen.');
  t.deepEqual(await inputShown(caseId, taskId), done);
});

test('a draft in a withdrawn task is kept with the case', async (t) => {
  const { caseId, taskId } = await held();
  await as('sb-sg4').put(`/api/tasks/${taskId}/draft`, { variables: { vollstaendigkeit: 'NACHFORDERN' } });
  await end(taskId, 'entfallen');
  t.deepEqual(await inputShown(caseId, taskId), { vollstaendigkeit: 'NACHFORDERN' });
});

test('a draft that comes after the task was withdrawn is kept, but never replaces what was completed', async (t) => {
  const save = (taskId: string, variables: unknown, by = 'sb-sg4') => as(by).put(`/api/tasks/${taskId}/draft`, { variables });
  const typed = {
    vollstaendigkeit: 'NACH_AKTENLAGE',
    aktenlageGrund: 'der letzte Satz',
  };
  const { caseId, taskId } = await held();
  await save(taskId, { vollstaendigkeit: 'NACH_AKTENLAGE' });
  await end(taskId, 'entfallen');
  const late = await save(taskId, typed);
  t.is(late.status, 410);
  t.is(late.body.message, 'Diese Aufgabe ist inzwischen entfallen. Ihre Eingaben sind beim Vorgang aufbewahrt.');
  t.is((await save(taskId, { vollstaendigkeit: 'NACHFORDERN' }, 'sb-sg4-2')).body.message, 'Diese Aufgabe ist inzwischen entfallen.');
  t.deepEqual(await inputShown(caseId, taskId), typed);

  const other = await held();
  await complete(other.taskId, done);
  await end(other.taskId, 'entfallen');
  t.is((await save(other.taskId, typed)).status, 410);
  t.deepEqual(await inputShown(other.caseId, other.taskId), done);
});

test('an absent task and another section’s are the same 404', async (t) => {
  const { taskId } = await held();
  const [absent, foreign] = [await complete(randomUUID(), done), await complete(taskId, done, 'sb-sg1')];
  t.is(absent.status, 404);
  t.is(absent.text, foreign.text);
});
