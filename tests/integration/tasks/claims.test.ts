import test from 'ava';
import { openOffice } from '../api/office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

const aTask = async (options: Parameters<typeof office.aTask>[1] = {}): Promise<{ caseId: string; taskId: string }> => {
  const { caseId } = await office.aCase();
  return { caseId, taskId: await office.aTask(caseId, options) };
};
const post = (by: string, taskId: string, call: string, payload?: unknown) => as(by).post(`/api/tasks/${taskId}/${call}`, payload);
const historyOf = async (caseId: string): Promise<string[]> =>
  (await as('rsb-sg4').get(`/api/cases/${caseId}`)).body.history.map((line: { text: string }) => line.text);

test('a task shows what it is, its form, what is known and what this person may do', async (t) => {
  const { caseId, aktenzeichen } = await office.aCase({ applicant: { familienname: 'Zielinski', vornamen: 'Ola' } });
  const taskId = await office.aTask(caseId, { dueDate: '2026-06-15T21:59:59Z[Etc/UTC]', variables: { pruefanlass: 'ERSTPRUEFUNG' } });
  const { status, body } = await as('sb-sg4').get(`/api/tasks/${taskId}`);
  t.is(status, 200);
  t.like(body, {
    taskId,
    caseId,
    aktenzeichen,
    name: 'Unterlagen prüfen',
    person: 'Zielinski, Ola',
    section: 'SG4',
    team: 'T4b',
    assignee: null,
    priority: 3,
    dueDate: '2026-06-15T21:59:59.000Z',
    createdAt: '2026-06-08T08:00:00.000Z',
    status: 'offen',
    elementId: 'userTask_UnterlagenPruefen',
    processId: 'vollstaendigkeit',
    case: { anliegen: 'DULDUNG', status: 'in-bearbeitung' },
    draft: null,
    may: ['claim', 'handover'],
  });
  t.true(body.documentation.length > 50);
  t.is(body.form.id, 'unterlagen-pruefen');
  const { items } = (await as('sb-sg4').get('/api/tasks?view=group&limit=200')).body;
  const listed = items.find((item: { taskId: string }) => item.taskId === taskId);
  for (const [field, value] of Object.entries(listed)) t.deepEqual(body[field], value, field);
});

test('claiming gives the task to the caller; one’s own again is the same answer', async (t) => {
  const { taskId } = await aTask();
  const first = await office.claim(taskId);
  t.is(first.status, 200);
  t.like(first.body, { assignee: 'sb-sg4', status: 'offen', may: ['complete', 'draft', 'release', 'handover'] });
  const again = await office.claim(taskId);
  t.is(again.status, 200);
  t.deepEqual(again.body, first.body);
  t.is((await db('task_assignments').where('task_id', taskId)).length, 1);
});

test('a colleague’s task is refused with who has it since when', async (t) => {
  const { taskId } = await aTask();
  await office.claim(taskId);
  const { status, body } = await office.claim(taskId, 'sb-sg4-2');
  t.is(status, 409);
  t.is(body.error, 'Conflict');
  t.deepEqual(body.details, { by: 'sb-sg4', at: '2026-06-08T08:00:00.000Z' });
});

test('another group of the section sees the task and may not take it', async (t) => {
  const { taskId } = await aTask();
  t.deepEqual((await as('rsb-sg4').get(`/api/tasks/${taskId}`)).body.may, []);
  t.is((await office.claim(taskId, 'rsb-sg4')).status, 403);
  t.is((await office.claim(taskId, 'sb-sg1')).status, 404);
});

test('a skill the person lacks keeps the task from them, not out of their sight', async (t) => {
  const { taskId } = await aTask({ process: 'duldung', elementId: 'userTask_DuldungsgrundPruefen', groups: ['sb-sg1'] });
  t.is((await as('sb-sg1').get(`/api/tasks/${taskId}`)).status, 200);
  t.is((await office.claim(taskId, 'sb-sg1')).status, 403);
});

test('four eyes: the author neither claims nor completes the signature, a colleague does', async (t) => {
  const { caseId } = await office.aCase();
  const decided = await office.aTask(caseId, { process: 'duldung', elementId: 'userTask_AuflagenFestlegen', groups: ['rsb-sg4'] });
  await db('case_history').insert({
    case_id: caseId,
    at: new Date(),
    text: 'erledigt',
    element_id: 'userTask_AuflagenFestlegen',
    by: 'rsb-sg4',
    line_key: `task-done:${decided}`,
  });
  const taskId = await office.aTask(caseId, { process: 'vier-augen', elementId: 'userTask_BescheidZeichnen', groups: ['rsb-sg4'] });
  const refused = await office.claim(taskId, 'rsb-sg4');
  t.is(refused.status, 403);
  t.regex(refused.body.message, /^Vier Augen/);
  t.is((await office.claim(taskId, 'rsb-sg4-2')).status, 200);
  await db('tasks').where('task_id', taskId).update({ assignee: 'rsb-sg4' });
  t.is((await post('rsb-sg4', taskId, 'complete', { variables: { zeichnung: 'FREIGEBEN' } })).status, 403);
});

test('releasing gives it back to the group; a colleague’s only the head releases', async (t) => {
  const { taskId } = await aTask();
  await office.claim(taskId);
  t.is((await post('sb-sg4-2', taskId, 'release')).status, 403);
  t.is((await post('sgl-sg4', taskId, 'release')).body.assignee, null);
  await office.claim(taskId);
  const { status, body } = await post('sb-sg4', taskId, 'release');
  t.is(status, 200);
  t.like(body, { assignee: null, may: ['claim', 'handover'] });
  t.is((await post('sb-sg4', taskId, 'release')).status, 403);
});

test('the head assigns to somebody who can do it, with a reason that stands in the history', async (t) => {
  const { caseId, taskId } = await aTask();
  await office.claim(taskId);
  const { status, body } = await post('sgl-sg4', taskId, 'assign', { assignee: 'sb-sg4-2', reason: 'Vertretung' });
  t.is(status, 200);
  t.like(body, { assignee: 'sb-sg4-2' });
  t.true((await historyOf(caseId)).includes('„Unterlagen prüfen“ an Jonas Adler gegeben: Vertretung'));
  t.is((await office.claim(taskId)).status, 409);
});

test('nobody else assigns, and nobody gets what is not theirs', async (t) => {
  const { taskId } = await aTask();
  const assign = (by: string, payload: object) => post(by, taskId, 'assign', payload);
  t.is((await assign('sb-sg4', { assignee: 'sb-sg4-2', reason: 'x' })).status, 403);
  t.is((await assign('sgl-sg1', { assignee: 'sb-sg4-2', reason: 'x' })).status, 404);
  for (const assignee of ['rsb-sg4', 'sb-sg1', 'antragsteller', 'nobody', 'sicherheit']) {
    const { status, body } = await assign('sgl-sg4', { assignee, reason: 'x' });
    t.is(status, 400, assignee);
    t.is(body.details[0].field, 'assignee');
  }
  const faults = (await assign('sgl-sg4', { grund: 'x' })).body.details;
  t.deepEqual(faults.map((each: { field: string }) => each.field).sort(), ['assignee', 'grund', 'reason']);
});

test('handing over puts the task on the list of a group that sees the case', async (t) => {
  const { caseId, taskId } = await aTask();
  await office.claim(taskId);
  const handed = await post('sb-sg4', taskId, 'handover', { to: 'svc', reason: 'Steht am Schalter' });
  t.is(handed.status, 200);
  t.like(handed.body, { assignee: null, team: null });
  t.true((await historyOf(caseId)).includes('„Unterlagen prüfen“ abgegeben an Service: Steht am Schalter'));
  const { items } = (await as('svc').get('/api/tasks?view=group')).body;
  t.true(items.some((item: { taskId: string }) => item.taskId === taskId));
  t.is((await as('svc').get(`/api/cases/${caseId}`)).status, 200);
  const { body } = await as('svc').get(`/api/tasks/${taskId}`);
  t.like(body.case, { anliegen: 'DULDUNG', status: 'in-bearbeitung' });
  t.regex(body.case.deadline, /^2026-/);
  t.is((await office.claim(taskId, 'svc')).status, 200);
  t.is((await post('svc', taskId, 'complete', { variables: { vollstaendigkeit: 'VOLLSTAENDIG' } })).status, 202);
});

test('nobody gets a task of a case they do not see: the sentence says so, and those who see it are listed', async (t) => {
  const { taskId } = await aTask();
  await office.claim(taskId);
  const refused = async (to: string): Promise<string> => {
    const { status, body } = await post('sb-sg4', taskId, 'handover', { to, reason: 'nicht unseres' });
    t.is(status, 400, to);
    return body.details[0].message;
  };
  for (const [to, name] of [
    ['SG2', 'Sachbearbeitung SG 2'],
    ['sb-sg1', 'Sachbearbeitung SG 1'],
    ['rsb-sg1', 'Rechtssachbearbeitung SG 1'],
    ['sgl-sg3', 'Leitung SG 3'],
  ] as const)
    t.is(await refused(to), `${name} sieht diesen Vorgang nicht. Gehört er dorthin, ordnen Sie den Vorgang neu zu.`);
  const listed = async (by: string): Promise<string[]> => (await as(by).get(`/api/tasks/${taskId}`)).body.handOverTo;
  const targets = await listed('sb-sg4');
  t.deepEqual(targets.toSorted(), ['SG3', 'SG4', 'notfall', 'rsb-sg4', 'sgl-sg4', 'svc', 'tel']);
  t.deepEqual(await listed('sgl-sg4'), targets);
  t.deepEqual(await listed('rsb-sg4'), [], 'who may not hand it over has nothing to choose from');
  const hidden = await office.aTask((await office.aHiddenCase()).caseId, { groups: ['sicherheit'] });
  t.deepEqual((await as('sicherheit').get(`/api/tasks/${hidden}`)).body.handOverTo, ['sicherheit']);
  for (const to of targets) {
    const { taskId: each } = await aTask();
    t.is((await post('sb-sg4', each, 'handover', { to, reason: 'Probe' })).status, 200, to);
  }
});

test('a task is given to nobody who does not see its case, whatever groups it names', async (t) => {
  const assign = (by: string, taskId: string, assignee: string) => post(by, taskId, 'assign', { assignee, reason: 'bitte' });
  const candidates = async (by: string, taskId: string): Promise<string[]> =>
    (await as(by).get(`/api/tasks/${taskId}/candidates`)).body.items.map((each: { account: string }) => each.account);
  const { taskId } = await aTask();
  const foreign = await assign('sgl-sg4', taskId, 'sb-sg1');
  t.like(foreign, { status: 400 });
  t.regex(foreign.body.details[0].message, /sieht diesen Vorgang nicht$/);
  const people = await candidates('sgl-sg4', taskId);
  t.true(people.includes('sb-sg4') && people.every((account) => account.startsWith('sb-sg4')), people.join());
  // A model’s mistake names clerks beside the circle.
  const { caseId } = await office.aHiddenCase();
  const hidden = await office.aTask(caseId, { groups: ['sicherheit', 'sb-sg4', 'sgl-sg4'] });
  t.deepEqual((await candidates('sicherheit', hidden)).toSorted(), ['sicherheit', 'sicherheit-2']);
  for (const assignee of ['sb-sg4', 'sgl-sg4', 'al']) t.is((await assign('sicherheit', hidden, assignee)).status, 400, assignee);
  t.is((await assign('sicherheit', hidden, 'sicherheit-2')).status, 200);
  // Nor by itself: the hands that had the case are no way in.
  await db('cases').where('case_id', caseId).update({ clerk: 'sb-sg4' });
  const next = await office.aTask(caseId, { groups: ['sicherheit', 'sb-sg4'] });
  t.is((await as('sicherheit').get(`/api/tasks/${next}`)).body.assignee, null);
});

test('the third time it goes to the head of the section, whose word then counts', async (t) => {
  const { caseId, taskId } = await aTask();
  for (const [by, to] of [
    ['sb-sg4', 'rsb-sg4'],
    ['rsb-sg4', 'svc'],
  ] as const) {
    t.is((await post(by, taskId, 'handover', { to, reason: 'nicht unseres' })).status, 200);
  }
  t.is((await post('svc', taskId, 'handover', { to: 'SG4', reason: 'auch nicht' })).status, 200);
  t.true(
    (await historyOf(caseId)).includes(
      '„Unterlagen prüfen“ abgegeben an Leitung SG 4 (zum dritten Mal abgegeben, darum an die Leitung): auch nicht',
    ),
  );
  t.is((await as('svc').get(`/api/tasks/${taskId}`)).status, 404);
  t.deepEqual((await as('sgl-sg4').get(`/api/tasks/${taskId}`)).body.may, ['claim', 'assign', 'handover']);
  const back = await post('sgl-sg4', taskId, 'handover', { to: 'sb-sg4', reason: 'bleibt bei uns' });
  t.is(back.status, 200);
  t.is((await post('sgl-sg4', taskId, 'assign', { assignee: 'sb-sg4', reason: 'bitte' })).body.assignee, 'sb-sg4');
});

test('a task goes only to groups that work on cases, and never into or out of the security circle', async (t) => {
  const { taskId } = await aTask();
  await office.claim(taskId);
  for (const to of ['al', 'ops', 'zd', 'con', 'antragsteller', 'sicherheit', 'SG5', 'sb-sg5', 'unbekannt', 'constructor']) {
    const { status, body } = await post('sb-sg4', taskId, 'handover', { to, reason: 'x' });
    t.is(status, 400, to);
    t.deepEqual(body.details, [{ field: 'to', message: 'kein Sachgebiet und keine Gruppe' }]);
  }
  const hidden = await office.aTask((await office.aHiddenCase()).caseId, { groups: ['sicherheit'] });
  for (const to of ['SG4', 'sgl-sg4', 'sb-sg4']) t.is((await post('sicherheit', hidden, 'handover', { to, reason: 'x' })).status, 400, to);
  t.is((await post('sicherheit', hidden, 'handover', { to: 'sicherheit', reason: 'x' })).status, 200);
});

test('only who has the task, or could take it, hands it over', async (t) => {
  const { taskId } = await aTask();
  t.is((await post('rsb-sg4', taskId, 'handover', { to: 'svc', reason: 'x' })).status, 403);
  await office.claim(taskId);
  t.is((await post('sb-sg4-2', taskId, 'handover', { to: 'svc', reason: 'x' })).status, 403);
});

test('a draft is kept unchecked for who holds the task, and shown again', async (t) => {
  const { taskId } = await aTask();
  const variables = { vollstaendigkeit: 'NACHFORDERN', fehlend: ['PASS'], unfertig: '…' };
  const save = (by: string) => as(by).put(`/api/tasks/${taskId}/draft`, { variables });
  t.is((await save('sb-sg4')).status, 403);
  await office.claim(taskId);
  const { status, body } = await save('sb-sg4');
  t.is(status, 200);
  t.deepEqual(body.draft, variables);
  t.deepEqual((await as('sb-sg4').get(`/api/tasks/${taskId}`)).body.draft, variables);
  t.is((await save('sb-sg4-2')).status, 403);
  await post('sb-sg4', taskId, 'complete', { variables: { vollstaendigkeit: 'VOLLSTAENDIG' } });
  t.is((await save('sb-sg4')).status, 409);
  t.is((await as('sb-sg4').get(`/api/tasks/${taskId}`)).body.draft, null);
});

test('the same clerk gets the case’s next task', async (t) => {
  const { caseId, taskId } = await aTask();
  await office.claim(taskId, 'sb-sg4-2');
  await post('sb-sg4-2', taskId, 'complete', { variables: { vollstaendigkeit: 'VOLLSTAENDIG' } });
  const next = await office.aTask(caseId, { process: 'duldung', elementId: 'userTask_DuldungsgrundPruefen' });
  t.is((await as('sb-sg4').get(`/api/tasks/${next}`)).body.assignee, 'sb-sg4-2');
  // Not where they lack what the task asks for.
  await db('staff').where('account', 'sb-sg4-2').update({ skills: [] });
  const skilled = await office.aTask(caseId, { process: 'duldung', elementId: 'userTask_AuflagenFestlegen' });
  await db('staff')
    .where('account', 'sb-sg4-2')
    .update({ skills: ['recht-humanitaer', 'recht-rueckkehr'] });
  t.is((await as('sb-sg4').get(`/api/tasks/${skilled}`)).body.assignee, null);
});
