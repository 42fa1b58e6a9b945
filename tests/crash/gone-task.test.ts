import test from 'ava';
import { findPart, kill, openDatabase, untilHealthy } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { nothingYet, openMany } from '../support/crash-office.ts';
import { CHECK, papersComplete } from '../support/duldung.ts';
import { as, caseWhen, historyOf, openTask } from '../support/office.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

type CaseTask = { taskId: string; status: string; input?: unknown };
const taskOf = (found: { tasks: CaseTask[] }, taskId: string): CaseTask | undefined => found.tasks.find((task) => task.taskId === taskId);

const claimed = async (caseId: string): Promise<string> => {
  const taskId = await openTask(caseId, CHECK);
  await as('sb-sg4').post(`/api/tasks/${taskId}/claim`);
  return taskId;
};

test.serial('a task whose job is gone answers 410 and keeps what was entered, and the case shows it', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const [{ caseId } = { caseId: '' }] = await openMany(acked, 1);
  const taskId = await claimed(caseId);
  t.is((await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`)).status, 202);
  await caseWhen(caseId, 'the task withdrawn', (found) => taskOf(found, taskId)?.status === 'entfallen');

  const late = await as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: papersComplete });
  t.is(late.status, 410);
  t.regex(late.body.message, /aufbewahrt/);
  const found = await caseWhen(caseId, 'closed', (body) => body.status === 'zurueckgenommen');
  t.deepEqual(taskOf(found, taskId)?.input, papersComplete);
  t.true(historyOf(found).some((line) => line.includes('die Eingaben sind aufbewahrt')));
  await held.check(t, acked);
});

test.serial('a completion that was taken while the workers were dead, and the withdrawal before it: nothing entered is lost', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const cases = await openMany(acked, 6);
  const tasks = new Map<string, string>();
  for (const { caseId } of cases) tasks.set(caseId, await claimed(caseId));
  const workers = await kill('workers');
  for (const [caseId, taskId] of tasks) {
    t.is((await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`)).status, 202);
    t.is((await as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: papersComplete })).status, 202);
  }
  await findPart('workers', workers);
  await untilHealthy();
  for (const [caseId, taskId] of tasks) {
    // Commands run in no promised order: the engine may have taken the completion before it withdrew the case.
    const found = await caseWhen(
      caseId,
      'closed',
      (body) => body.status === 'zurueckgenommen' && /erledigt|entfallen/.test(taskOf(body, taskId)?.status ?? ''),
    );
    const { body } = await as('sb-sg4').get(`/api/tasks/${taskId}`);
    t.is(body.data.vollstaendigkeit, papersComplete.vollstaendigkeit);
    if (taskOf(found, taskId)?.status === 'entfallen') t.deepEqual(taskOf(found, taskId)?.input, papersComplete);
  }
  await held.check(t, acked);
});
