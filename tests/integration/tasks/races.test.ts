import test from 'ava';
import { openOffice } from '../api/office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

const aTask = async (): Promise<string> => office.aTask((await office.aCase()).caseId);
const statuses = (answers: { status: number }[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
};
const times = <T>(count: number, call: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => call(index)));

test.serial('of twenty claims by two accounts at once one account wins, and it alone', async (t) => {
  for (let round = 0; round < 5; round += 1) {
    const taskId = await aTask();
    const answers = await times(20, (index) => office.claim(taskId, index % 2 ? 'sb-sg4' : 'sb-sg4-2'));
    t.deepEqual(statuses(answers), { 200: 10, 409: 10 });
    const winners = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.assignee));
    t.is(winners.size, 1);
    for (const { body } of answers.filter(({ status }) => status === 409)) t.deepEqual([body.details.by], [...winners]);
    t.is((await db('task_assignments').where('task_id', taskId)).length, 1);
  }
});

test.serial('completed twenty times at once it has one effect', async (t) => {
  const taskId = await aTask();
  await office.claim(taskId);
  const answers = await times(20, () =>
    as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: { vollstaendigkeit: 'VOLLSTAENDIG' } }),
  );
  t.deepEqual(statuses(answers), { 202: 20 });
  t.is((await office.outbox('complete-task', taskId)).length, 1);
  t.is((await db('case_history').where('line_key', `task-done:${taskId}`)).length, 1);
});

test.serial('completed at once with different entries one counts, the others are told', async (t) => {
  const taskId = await aTask();
  await office.claim(taskId);
  const answers = await times(10, (index) =>
    as('sb-sg4').post(`/api/tasks/${taskId}/complete`, {
      variables: { vollstaendigkeit: index % 2 ? 'VOLLSTAENDIG' : 'NACH_AKTENLAGE', ...(index % 2 ? {} : { aktenlageGrund: 'eilt' }) },
    }),
  );
  const counted = statuses(answers);
  t.is((counted[202] ?? 0) + (counted[409] ?? 0) + (counted[400] ?? 0), 10);
  t.is((await office.outbox('complete-task', taskId)).length, 1);
});

test.serial('handed over five times at once it has left once', async (t) => {
  const taskId = await aTask();
  await office.claim(taskId);
  const answers = await times(5, () => as('sb-sg4').post(`/api/tasks/${taskId}/handover`, { to: 'svc', reason: 'x' }));
  t.deepEqual(statuses(answers), { 200: 1, 403: 4 });
  t.is(((await db('tasks').where('task_id', taskId).first('handovers')) as { handovers: number }).handovers, 1);
});

test.serial('claim, release, assign, hand over and complete at once leave a task that is in one state', async (t) => {
  for (let round = 0; round < 4; round += 1) {
    const taskId = await aTask();
    const answers = await times(30, (index) => {
      const calls = [
        () => office.claim(taskId),
        () => office.claim(taskId, 'sb-sg4-2'),
        () => as('sb-sg4').post(`/api/tasks/${taskId}/release`),
        () => as('sgl-sg4').post(`/api/tasks/${taskId}/assign`, { assignee: 'sb-sg4-2', reason: 'x' }),
        () => as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: { vollstaendigkeit: 'VOLLSTAENDIG' } }),
        () => as('sb-sg4-2').put(`/api/tasks/${taskId}/draft`, { variables: { a: 1 } }),
      ];
      return (calls[index % calls.length] as () => Promise<{ status: number }>)();
    });
    t.true(
      answers.every(({ status }) => status < 500),
      JSON.stringify(statuses(answers)),
    );
    const task = (await db('tasks').where('task_id', taskId).first()) as { status: string; completed_by: string | null };
    const commands = (await office.outbox('complete-task', taskId)).length;
    t.is(commands, task.status === 'wird-verarbeitet' ? 1 : 0);
    t.is(task.completed_by !== null, task.status === 'wird-verarbeitet');
  }
});

test.serial('completing while the engine withdraws the task ends as 202 or 410, with the entries kept either way', async (t) => {
  const { settleTask } = await import('../../../services/tasks/settle-task.ts');
  for (let round = 0; round < 10; round += 1) {
    const taskId = await aTask();
    await office.claim(taskId);
    const { job_key } = (await db('tasks').where('task_id', taskId).first('job_key')) as { job_key: string };
    const input = { vollstaendigkeit: 'VOLLSTAENDIG' };
    const [answer] = await Promise.all([
      as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: input }),
      db.transaction((trx) => settleTask(trx, office.deps, job_key, 'entfallen')),
    ]);
    t.true([202, 410].includes(answer.status));
    t.like(await db('tasks').where('task_id', taskId).first(), { status: 'entfallen', input });
  }
});
