import test from 'ava';
import erstellen from '../../../services/letters/workers/bescheid-erstellen.ts';
import { openTask } from '../../../services/tasks/open-task.ts';
import { openOffice } from '../api/office.ts';
import { runWorker, type TestDeps, taskDone } from '../letters/office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;
const deps = office.deps as unknown as TestDeps;

test('a side matter done between decision and draft makes nobody else the author', async (t) => {
  const { caseId } = await office.aCase();
  await db('cases')
    .where('case_id', caseId)
    .update({ facts: JSON.stringify({ begruendung: 'Sie haben einen Pass.' }) });
  await taskDone(deps, caseId, 'userTask_AuflagenFestlegen', 'rsb-sg4');
  await taskDone(deps, caseId, 'userTask_NeueUnterlagenPruefen', 'sb-sg4');
  await taskDone(deps, caseId, 'userTask_WiedervorlageBearbeiten', 'rsb-sg4-2');
  const { bescheidId, ausgeschlossen } = await runWorker(erstellen, deps, { caseId, bescheidTyp: 'DUL' });
  t.deepEqual(ausgeschlossen, ['rsb-sg4']);
  t.like(
    await db('bescheide')
      .where('bescheid_id', bescheidId as string)
      .first(),
    { author: 'rsb-sg4' },
  );
  const step = { process: 'vier-augen', elementId: 'userTask_BescheidZeichnen', groups: ['rsb-sg4'] };
  const taskId = await office.aTask(caseId, { ...step, variables: { bescheidId, ausgeschlossen: [] } });
  t.is((await as('rsb-sg4').post(`/api/tasks/${taskId}/claim`)).status, 403, 'the author, also where the block was given no account');
  t.is((await as('rsb-sg4-2').post(`/api/tasks/${taskId}/claim`)).status, 200, 'who only looked at a side matter');
});

test.serial('a case on a release of before steps said what they are for stands on the lists all the same', async (t) => {
  const { caseId } = await office.aCase();
  const { describeElement } = deps.releases;
  let asked = 0;
  deps.releases.describeElement = async (...args) => {
    const element = await describeElement.apply(deps.releases, args);
    asked += 1;
    // The first question is about the release the case runs on.
    return element && asked === 1 ? { ...element, current: false, properties: { vierAugen: 'userTask_AuflagenFestlegen' } } : element;
  };
  t.teardown(() => {
    deps.releases.describeElement = describeElement;
  });
  await taskDone(deps, caseId, 'userTask_AuflagenFestlegen', 'rsb-sg4-2');
  const taskId = await office.aTask(caseId, { process: 'vier-augen', elementId: 'userTask_BescheidZeichnen', groups: ['rsb-sg4'] });
  t.like(await db('tasks').where('task_id', taskId).first(), { purpose: 'zeichnen', verfasst: false, excluded: ['rsb-sg4-2'] });
});

test.serial('a step of the release in force is asked about once', async (t) => {
  const { caseId } = await office.aCase();
  const { describeElement } = deps.releases;
  let asked = 0;
  deps.releases.describeElement = (...args) => {
    asked += 1;
    return describeElement.apply(deps.releases, args);
  };
  t.teardown(() => {
    deps.releases.describeElement = describeElement;
  });
  await office.aTask(caseId, { process: 'vier-augen', elementId: 'userTask_BescheidZeichnen', groups: ['rsb-sg4'] });
  t.is(asked, 1);
});

test('a task that only the record stream tells of, without variables, is not for whoever sent the case there', async (t) => {
  const { caseId } = await office.aCase();
  await taskDone(deps, caseId, 'userTask_AntragPruefen', 'rsb-sg4');
  const model = await deps.releases.findContent('eskalation', 'bpmn');
  const job = { jobKey: '77', processInstanceKey: '1', elementInstanceKey: '77', elementId: 'userTask_FrageBeantworten' };
  const customHeaders = { 'io.camunda.zeebe:candidateGroups': '["rsb-sg4"]' };
  const of = { bpmnProcessId: model?.engineId ?? '', processDefinitionKey: model?.definitionKey ?? '' };
  await db.transaction((trx) => openTask(trx, deps, { ...job, ...of, caseId, customHeaders, variables: {} }));
  t.like(await db('tasks').where('job_key', '77').first(), { purpose: 'frage', excluded: ['rsb-sg4'], assignee: null });
});
