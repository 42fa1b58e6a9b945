import test from 'ava';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { as, caseWhen, complete, historyOf, openTask, readCase } from '../support/office.ts';

const POWER = 'userTask_VollmachtPruefen';
type Task = { elementId: string; status: string };
const count = (found: { tasks: Task[] }, elementId: string): number => found.tasks.filter((task) => task.elementId === elementId).length;
const valid = {
  vollmachtErgebnis: 'GUELTIG',
  vertreterArt: 'ANWALT',
  vertreterName: 'Kanzlei Probe und Partner',
  vertreterAnschrift: 'Musterweg 1, 76133 Musterstadt',
};

test('who says that somebody stands in for them: a clerk checks that first, then the matter begins', async (t) => {
  const { caseId } = await aDuldung({ facts: { vertretung: true } });
  await openTask(caseId, POWER);
  t.is(count(await readCase(caseId), CHECK), 0, 'nothing is asked of anybody before it is clear whom to write to');
  await complete(caseId, POWER, valid);
  await openTask(caseId, CHECK);
  t.true(historyOf(await readCase(caseId)).some((text) => text.startsWith('Vertretung eingetragen')));
});

test('a power of attorney that is none stops nothing, and its reason is asked for', async (t) => {
  const { caseId } = await aDuldung({ facts: { vertretung: true } });
  const taskId = await openTask(caseId, POWER);
  await as('sb-sg4').post(`/api/tasks/${taskId}/claim`);
  const refused = await as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: { vollmachtErgebnis: 'NICHT_GUELTIG' } });
  t.is(refused.status, 400);
  t.deepEqual(
    refused.body.details.map((each: { field: string }) => each.field),
    ['vollmachtGrund'],
  );
  await complete(caseId, POWER, { vollmachtErgebnis: 'NICHT_GUELTIG', vollmachtGrund: 'Die Unterschrift fehlt; die Person weiß es.' });
  await openTask(caseId, CHECK);
  t.true(historyOf(await readCase(caseId)).some((text) => text.startsWith('Vertretung nicht eingetragen')));
});

test('it is asked once: a case that is named anew keeps its representative', async (t) => {
  const { caseId } = await aDuldung({ facts: { vertretung: true } });
  await complete(caseId, POWER, valid);
  await openTask(caseId, CHECK);
  const moved = await as('sb-sg4').post(`/api/cases/${caseId}/reassign`, {
    anliegen: 'HUMANITAER',
    reason: 'anderes Anliegen gemeint',
  });
  t.is(moved.status, 202);
  const found = await caseWhen(caseId, 'in its new place', (body) =>
    body.tasks.some((task: Task) => task.elementId === 'userTask_VorgangSortieren' && task.status === 'offen'),
  );
  t.is(count(found, POWER), 1);
});

test('where nobody stands in, nobody is asked', async (t) => {
  const { caseId } = await aDuldung();
  await openTask(caseId, CHECK);
  t.is(count(await readCase(caseId), POWER), 0);
});
