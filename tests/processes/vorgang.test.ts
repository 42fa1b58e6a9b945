import test from 'ava';
import { aDuldung, CHECK, CONDITIONS, GROUND, papersComplete, upToDecision } from '../support/duldung.ts';
import { anApplicant, as, caseWhen, complete, historyOf, lettersOf, openCase, openTask } from '../support/office.ts';

const SORT = 'userTask_VorgangSortieren';
type Task = { elementId: string; status: string; taskId: string };
const withdrawn = (found: { status: string }): boolean => found.status === 'zurueckgenommen';
const stateOf = (found: { tasks: Task[] }, taskId: string): string | undefined =>
  found.tasks.find((task) => task.taskId === taskId)?.status;

test('withdrawn in the middle: the task goes, the case ends, the applicant gets it in writing once', async (t) => {
  const { caseId } = await aDuldung();
  const taskId = await openTask(caseId, CHECK);
  t.is((await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`, { reason: 'Ausreise' })).status, 202);
  t.is((await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`)).status, 202, 'asking twice is one withdrawal');
  const found = await caseWhen(caseId, 'withdrawn', (body) => withdrawn(body) && stateOf(body, taskId) === 'entfallen');
  t.is(found.outcome, 'ZURUECKGENOMMEN');
  t.deepEqual(lettersOf(found), ['eingangsbestaetigung', 'ruecknahme']);
});

test('withdrawn while a later step is open, by the applicant', async (t) => {
  const { caseId } = await upToDecision({ by: 'antragsteller' });
  await openTask(caseId, CONDITIONS);
  t.is((await as('antragsteller').post(`/api/cases/${caseId}/withdraw`)).status, 202);
  await caseWhen(caseId, 'withdrawn', withdrawn);
  t.is((await as('antragsteller').get(`/api/cases/${caseId}`)).body.status, 'zurueckgenommen');
});

test('withdrawn at once after intake: whatever the engine has done by then, the case ends', async (t) => {
  const { caseId } = await aDuldung({ by: 'antragsteller' });
  t.is((await as('antragsteller').post(`/api/cases/${caseId}/withdraw`)).status, 202);
  const found = await caseWhen(caseId, 'withdrawn', withdrawn, 'antragsteller');
  t.is(found.waits.length, 0);
});

test('what a clerk enters into a withdrawn task is kept, and the answer is 410', async (t) => {
  const { caseId } = await aDuldung();
  const taskId = await openTask(caseId, CHECK);
  await as('sb-sg4').post(`/api/tasks/${taskId}/claim`);
  await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`);
  await caseWhen(caseId, 'task gone', (body) => stateOf(body, taskId) === 'entfallen');
  const late = await as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: papersComplete });
  t.is(late.status, 410);
  const found = (await as('sb-sg4').get(`/api/cases/${caseId}`)).body;
  t.deepEqual(found.tasks.find((task: Task) => task.taskId === taskId).input, papersComplete);
});

test('named wrongly: reassigned in the middle to another section, facts and receipt date stay', async (t) => {
  const { caseId } = await upToDecision();
  const before = (await as('sb-sg4').get(`/api/cases/${caseId}`)).body;
  const old = await openTask(caseId, CONDITIONS);
  const moved = await as('sb-sg4').post(`/api/cases/${caseId}/reassign`, { anliegen: 'NIEDERLASSUNG', reason: 'falsch benannt' });
  t.is(moved.status, 202);
  await openTask(caseId, SORT, 'sb-sg2');
  // The engine tells of the old task's end by its records, a moment later.
  const found = await caseWhen(caseId, 'the old task to be gone', (body) => stateOf(body, old) === 'entfallen', 'sb-sg2');
  t.is(found.section, 'SG2');
  t.is(found.anliegen, 'NIEDERLASSUNG');
  t.is(found.receivedAt, before.receivedAt);
  t.deepEqual(found.fiktion, before.fiktion);
  t.is(found.facts.duldungsgrund, 'PASSLOS');
  t.is(found.documents.length, 3);
  t.true(historyOf(found).some((text) => text.includes('falsch benannt')));
  t.is((await as('sb-sg4').get(`/api/cases/${caseId}`)).status, 404, 'the former section no longer sees it');
  t.is(lettersOf(found).filter((type) => type === 'eingangsbestaetigung').length, 1);
});

test('reassigned three times in a row ends in the last place, with one open task', async (t) => {
  const { caseId } = await aDuldung();
  const seen = new Set([await openTask(caseId, CHECK)]);
  const go = async (by: string, anliegen: string, next: string, element: string): Promise<void> => {
    t.is((await as(by).post(`/api/cases/${caseId}/reassign`, { anliegen, reason: 'neu benannt' })).status, 202);
    // The task of the place before may stand open for a moment: the next one is another.
    const isNew = (task: Task): boolean => task.elementId === element && task.status === 'offen' && !seen.has(task.taskId);
    const found = await caseWhen(caseId, `a new task ${element}`, (body) => body.tasks?.some(isNew), next);
    seen.add(found.tasks.find(isNew).taskId);
  };
  await go('sb-sg4', 'DAUERAUFENTHALT_EU', 'sb-sg2', SORT);
  await go('sb-sg2', 'GESTATTUNG', 'sb-sg4', SORT);
  await go('sb-sg4', 'DULDUNG', 'sb-sg4', CHECK);
  const found = await caseWhen(caseId, 'one open task', (body) => body.tasks.filter((task: Task) => task.status === 'offen').length === 1);
  t.is(found.process, 'duldung');
  t.is(found.tasks.length, 4);
});

test('a person may name the section; the reason says that they did', async (t) => {
  const { caseId } = await aDuldung();
  await openTask(caseId, CHECK);
  await as('sb-sg4').post(`/api/cases/${caseId}/reassign`, { section: 'SG2', reason: 'Familiensache' });
  await openTask(caseId, SORT, 'sb-sg2');
  const found = (await as('sb-sg2').get(`/api/cases/${caseId}`)).body;
  t.is(found.routing.role, 'sb-sg2');
  t.regex(found.routing.reason, /weil eine Person es so bestimmt hat/);
});

test('an Anliegen without a model is sorted by the section and role of the table, and finished by hand', async (t) => {
  const { caseId } = await openCase('NIEDERLASSUNG', { facts: { schutzstatus: 'HUMANITAER' } });
  await openTask(caseId, SORT, 'rsb-sg4');
  t.is((await as('sb-sg4').get(`/api/cases/${caseId}`)).body.routing.role, 'rsb-sg4');
  await complete(caseId, SORT, { sortierErgebnis: 'ERLEDIGT', erledigungsvermerk: 'Von Hand beschieden.' }, 'rsb-sg4');
  const found = await caseWhen(caseId, 'closed', (body) => body.status === 'abgeschlossen', 'rsb-sg4');
  t.is(found.outcome, 'ERLEDIGT');
});

test('sorting may name another Anliegen: the case goes there', async (t) => {
  const { caseId } = await openCase('WEISS_NICHT');
  await complete(
    caseId,
    SORT,
    { sortierErgebnis: 'NEU_ZUORDNEN', neuesAnliegen: 'DULDUNG', neuzuordnungGrund: 'will eine Duldung' },
    'svc',
  );
  await openTask(caseId, CHECK);
  const found = (await as('sb-sg4').get(`/api/cases/${caseId}`)).body;
  t.is(found.anliegen, 'DULDUNG');
  t.is(found.process, 'duldung');
});

test('the second matter of the same person goes to the same hands', async (t) => {
  const applicant = anApplicant();
  const first = await aDuldung({ applicant });
  await complete(first.caseId, CHECK, papersComplete, 'sb-sg4-2');
  await openTask(first.caseId, GROUND, 'sb-sg4-2');
  const second = await aDuldung({ applicant });
  const taskId = await openTask(second.caseId, CHECK);
  t.is((await as('sb-sg4').get(`/api/tasks/${taskId}`)).body.assignee, 'sb-sg4-2');
  t.is((await as('sb-sg4').post(`/api/tasks/${taskId}/claim`)).status, 409);
});

test('relatives named by Aktenzeichen go to the same team, whatever their names', async (t) => {
  const first = await openCase('BESCHAEFTIGUNG');
  await openTask(first.caseId, CHECK, 'sb-sg1');
  const { team } = (await as('sb-sg1').get(`/api/cases/${first.caseId}`)).body;
  const others = await Promise.all(
    Array.from({ length: 4 }, () => openCase('BLAUE_KARTE', { facts: { angehoerigerVon: first.aktenzeichen } })),
  );
  for (const { caseId } of others) {
    await openTask(caseId, SORT, 'sb-sg1');
    t.is((await as('sb-sg1').get(`/api/cases/${caseId}`)).body.team, team);
  }
});

test('a security matter is in the list of its circle alone', async (t) => {
  const applicant = anApplicant();
  const { caseId, aktenzeichen } = await openCase('SICHERHEIT', { by: 'sicherheit', applicant });
  t.regex(aktenzeichen, /^SI-/);
  const taskId = await openTask(caseId, 'userTask_RelevanzPruefen', 'sicherheit');
  for (const other of ['sb-sg4', 'rsb-sg4', 'sgl-sg4', 'al', 'svc', 'ops', 'con', 'antragsteller']) {
    t.is((await as(other).get(`/api/cases/${caseId}`)).status, 404, other);
    t.is((await as(other).get(`/api/tasks/${taskId}`)).status, 404, other);
    const seen = JSON.stringify([
      (await as(other).get(`/api/cases?query=${applicant.familienname}`)).body,
      (await as(other).get('/api/tasks?view=all&limit=200')).body,
    ]);
    t.false(seen.includes(caseId) || seen.includes(aktenzeichen), other);
  }
  const refused = await as('svc').post('/api/cases', { anliegen: 'SICHERHEIT', applicant: anApplicant() });
  const unknown = await as('svc').post('/api/cases', { anliegen: 'GIBT_ES_NICHT', applicant: anApplicant() });
  t.deepEqual(refused, unknown);
});
