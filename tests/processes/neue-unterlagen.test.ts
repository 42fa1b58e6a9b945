import test from 'ava';
import { CONDITIONS, issue, upToDecision } from '../support/duldung.ts';
import { as, caseWhen, complete, openTask, readCase, today, until, upload } from '../support/office.ts';

const NEW_PAPERS = 'userTask_NeueUnterlagenPruefen';
type Task = { elementId: string; status: string };
const newPapers = (found: { tasks: Task[] }): Task[] => found.tasks.filter((task) => task.elementId === NEW_PAPERS);

type Paper = { type: string; isNew: boolean };
const newTypes = (papers: Paper[]): string =>
  papers
    .filter((each) => each.isNew)
    .map((each) => each.type)
    .join(', ');

test('papers outside any wait are stored, marked, and make one task, however many come', async (t) => {
  const { caseId } = await upToDecision();
  await openTask(caseId, CONDITIONS);
  t.is((await upload(caseId, 'ATTEST', 'svc')).status, 201);
  t.is((await upload(caseId, 'SONSTIGES', 'svc')).status, 201);
  await openTask(caseId, NEW_PAPERS);
  // That a clerk has had the earlier ones before them comes by the record stream, a moment later.
  const found = await caseWhen(caseId, 'only the late papers are new', ({ documents }) => newTypes(documents) === 'ATTEST, SONSTIGES');
  t.is(newPapers(found).length, 1);
  t.true(
    found.tasks.some((task: Task) => task.elementId === CONDITIONS && task.status === 'offen'),
    'the decision is still open',
  );
  await complete(caseId, NEW_PAPERS, { unterlagenErgebnis: 'ZUR_AKTE' });
  await caseWhen(caseId, 'looked at', (body) => body.documents.every((each: { isNew: boolean }) => !each.isNew));
});

test('papers after the decision are kept and looked at, too', async (t) => {
  const { caseId } = await upToDecision();
  const day = await today();
  await issue(caseId, day.add({ months: 3 }).toString(), day.toString());
  await caseWhen(caseId, 'closed', (found) => found.status === 'abgeschlossen');
  t.is((await upload(caseId, 'PASS', 'svc')).status, 201);
  await complete(caseId, NEW_PAPERS, { unterlagenErgebnis: 'ZUR_AKTE' });
  const found = await caseWhen(caseId, 'task done', (body) => newPapers(body)[0]?.status === 'erledigt');
  t.is(found.status, 'abgeschlossen');
});

test('the same paper twice is one paper', async (t) => {
  const { caseId } = await upToDecision();
  await openTask(caseId, CONDITIONS);
  const send = async (): Promise<{ status: number; documentId: string }> => {
    const form = new FormData();
    form.set('type', 'ATTEST');
    form.set('file', new Blob([`%PDF-1.4\n% ${caseId}\n%%EOF\n`], { type: 'application/pdf' }), 'attest.pdf');
    const { url } = await import('../support/office.ts');
    const { fetchToken } = await import('../../services/embedded/fetch-token.ts');
    const { readRun } = await import('../../services/embedded/run-file.ts');
    const { dataDir } = await import('../support/office.ts');
    const token = await fetchToken(readRun(dataDir())?.urls.issuer ?? '', 'svc');
    const answer = await fetch(`${url()}/api/cases/${caseId}/documents`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, ...((await answer.json()) as { documentId: string }) };
  };
  const first = await send();
  const second = await send();
  t.is(first.documentId, second.documentId);
  await until('one task', async () => (newPapers(await readCase(caseId)).length === 1 ? true : undefined));
  t.is(
    (await as('sb-sg4').get(`/api/cases/${caseId}`)).body.documents.filter((each: { type: string }) => each.type === 'ATTEST').length,
    1,
  );
});
