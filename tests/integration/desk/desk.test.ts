import test from 'ava';
import eroeffnen from '../../../services/escalations/workers/eskalation-eroeffnen.ts';
import erstellen from '../../../services/letters/workers/bescheid-erstellen.ts';
import { stepProperties } from '../../support/step-properties.ts';
import { openOffice } from '../api/office.ts';
import { runWorker, type TestDeps, taskDone } from '../letters/office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;
const deps = office.deps as unknown as TestDeps;

/** A task of a step that has no model here yet: only its row counts for the desk. */
const aStep = async (
  caseId: string,
  elementId: string,
  { group = 'rsb-sg4', excluded = [] as string[], dueAt = '2026-06-15T21:59:59Z', variables = {}, assignee = null as string | null } = {},
): Promise<string> => {
  const taskId = await office.aTask(caseId, { groups: [group] });
  await db('tasks')
    .where('task_id', taskId)
    .update({
      element_id: elementId,
      ...stepProperties(elementId),
      excluded,
      due_at: new Date(dueAt),
      variables: JSON.stringify({ caseId, ...variables }),
      assignee,
      skill: null,
    });
  return taskId;
};
const setFacts = (caseId: string, facts: Record<string, unknown>) =>
  db('cases')
    .where('case_id', caseId)
    .update({ facts: JSON.stringify(facts) });
const deskOf = async (account: string) => (await as(account).get('/api/desk')).body;
const ids = (items: { taskId: string }[]): string[] => items.map((item) => item.taskId);

test('a question stands on the desk with all that is needed to answer it, due first, and not for whoever asked', async (t) => {
  const { caseId, aktenzeichen } = await office.aCase();
  await setFacts(caseId, { frage: 'Reicht das?', sachverhaltKurz: 'Teilzeit.', frageNorm: '2(3)', eigenerVorschlag: 'Ja.' });
  await taskDone(deps, caseId, 'userTask_AntragPruefen', 'sb-sg4');
  const { eskalationId } = await runWorker(eroeffnen, deps, { caseId, anlass: 'userTask_AntragPruefen' });
  const later = await aStep(caseId, 'userTask_FrageBeantworten', { variables: { eskalationId }, dueAt: '2026-06-12T21:59:59Z' });
  const sooner = await aStep(caseId, 'userTask_FrageBeantworten', {
    variables: { eskalationId },
    excluded: ['rsb-sg4-2'],
    dueAt: '2026-06-10T21:59:59Z',
  });
  const { escalations } = await deskOf('rsb-sg4');
  t.deepEqual(ids(escalations), [sooner, later]);
  t.like(escalations[0], {
    caseId,
    aktenzeichen,
    question: 'Reicht das?',
    facts: 'Teilzeit.',
    norm: '2(3)',
    proposal: 'Ja.',
    askedBy: 'sb-sg4',
    secondLevel: false,
    dueDate: '2026-06-10T21:59:59.000Z',
  });
  t.deepEqual(ids((await deskOf('rsb-sg4-2')).escalations), [later]);
  t.deepEqual((await deskOf('rsb-sg1')).escalations, []);
});

test('a second check names its decision, who wrote it, and how often it came back; what a colleague holds is gone', async (t) => {
  const { caseId } = await office.aCase();
  await setFacts(caseId, { begruendung: 'Sie haben einen Pass.' });
  await taskDone(deps, caseId, 'userTask_AuflagenFestlegen', 'rsb-sg4-2');
  const { bescheidId, ausgeschlossen } = await runWorker(erstellen, deps, { caseId, bescheidTyp: 'DUL' });
  const task = await aStep(caseId, 'userTask_BescheidZeichnen', { variables: { bescheidId }, excluded: ausgeschlossen as string[] });
  const [check] = (await deskOf('rsb-sg4')).secondChecks;
  t.like(check, { taskId: task, typ: 'DUL', author: 'rsb-sg4-2', returns: 0, changes: null });
  t.deepEqual((await deskOf('rsb-sg4-2')).secondChecks, []);
  const { status, body } = await as('rsb-sg4').get(`/api/tasks/${task}/bescheid`);
  t.is(status, 200);
  t.like(body.bescheid, { bescheidId, typ: 'DUL', author: 'rsb-sg4-2', returns: 0, returned: [], changes: null });
  t.true(JSON.stringify(body.bescheid.blocks).includes('Sie haben einen Pass.'));
  await db('tasks').where('task_id', task).update({ assignee: 'rsb-sg4' });
  t.is((await deskOf('rsb-sg4')).secondChecks.length, 1);
  await db('tasks').where('task_id', task).update({ assignee: 'sgl-sg4' });
  const colleagues = await deskOf('rsb-sg4');
  t.deepEqual(colleagues.secondChecks, []);
  t.deepEqual(colleagues.withOthers.secondChecks, [{ account: 'sgl-sg4', tasks: 1 }], 'it is with somebody, not done');
});

test('the head sees what nobody answered; objections leave out who made the decision', async (t) => {
  const { caseId } = await office.aCase();
  const raised = await aStep(caseId, 'userTask_ZweiteStufeEntscheiden', { group: 'sgl-sg4' });
  const objection = await aStep(caseId, 'userTask_AbhilfePruefen', { excluded: ['rsb-sg4'] });
  t.like(
    (await deskOf('sgl-sg4')).escalations.find((each: { taskId: string }) => each.taskId === raised),
    { secondLevel: true },
  );
  t.true(ids((await deskOf('rsb-sg4-2')).objections).includes(objection));
  t.false(ids((await deskOf('rsb-sg4')).objections).includes(objection));
  // Author and signer may be the only two specialists: then it stands with the head as well.
  await db('tasks')
    .where('task_id', objection)
    .update({ candidate_groups: ['rsb-sg4', 'sgl-sg4'] });
  t.true(ids((await deskOf('sgl-sg4')).objections).includes(objection));
});

test('only for legal specialists and heads; every look is in the trail', async (t) => {
  for (const account of ['sb-sg4', 'svc', 'al', 'sicherheit', 'antragsteller'])
    t.is((await as(account).get('/api/desk')).status, 404, account);
  t.is((await as('rsb-sg2').get('/api/desk')).status, 200);
  t.true((await office.audited({ action: 'view desk', actor: 'rsb-sg2' })).length > 0);
});

test('whom a step leaves out: the authors of several steps, and those named by a variable', async (t) => {
  const { caseId } = await office.aCase();
  await taskDone(deps, caseId, 'userTask_AuflagenFestlegen', 'sb-sg4');
  const step = {
    process: 'vier-augen',
    elementId: 'userTask_BescheidZeichnen',
    groups: ['rsb-sg4'],
    variables: { ausgeschlossen: ['rsb-sg4-2'] },
  };
  await taskDone(deps, caseId, 'userTask_VersagungEntscheiden', 'rsb-sg4');
  const taskId = await office.aTask(caseId, step);
  const { excluded } = (await db('tasks').where('task_id', taskId).first('excluded')) as { excluded: string[] };
  t.deepEqual(excluded.sort(), ['rsb-sg4', 'rsb-sg4-2', 'sb-sg4']);
  t.is((await as('rsb-sg4').post(`/api/tasks/${taskId}/claim`)).status, 403);
  t.is((await as('rsb-sg4-2').post(`/api/tasks/${taskId}/claim`)).status, 403);
});
