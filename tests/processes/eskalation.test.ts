import test from 'ava';
import {
  ANSWER,
  askedWhileDeciding,
  askedWhileExamining,
  caseSeen,
  DECIDE,
  EXAMINE,
  examined,
  finish,
  granted,
  SIGN,
  taskOf,
  upToDecision,
  upToExamination,
  votum,
} from '../support/beschaeftigung.ts';
import { as, historyOf, today } from '../support/office.ts';

type Caller = { from: string; element: string; ask: Record<string, unknown>; upTo: () => Promise<{ caseId: string }> };
const callers: Caller[] = [
  { from: 'while examining', element: EXAMINE, ask: askedWhileExamining, upTo: upToExamination },
  { from: 'while deciding', element: DECIDE, ask: askedWhileDeciding, upTo: upToDecision },
];
const claim = async (by: string, taskId: string): Promise<number> => (await as(by).post(`/api/tasks/${taskId}/claim`)).status;
const leave = (caseId: string) => as('sb-sg1').post(`/api/cases/${caseId}/withdraw`);
const fieldOf = async (caseId: string, element: string, by = 'sb-sg1') =>
  JSON.stringify((await as(by).get(`/api/tasks/${await taskOf(caseId, element)}`)).body);

for (const { from, element, ask, upTo } of callers) {
  test(`asked ${from}: answered, the clerk goes on and reads the answer at the step`, async (t) => {
    const { caseId } = await upTo();
    await finish(caseId, element, ask);
    const question = await taskOf(caseId, ANSWER);
    t.is(await claim('sb-sg1', question), 403, 'nobody answers their own question');
    t.is((await as('rsb-sg1').get(`/api/tasks/${question}`)).body.elementId, ANSWER);
    await finish(caseId, ANSWER, votum('KLAEREN'), 'rsb-sg1');
    t.regex(await fieldOf(caseId, element), /Die Grundlage trägt auch bei einer Anerkennung in Teilen/);
    t.is(await claim('sb-sg1', await taskOf(caseId, element)), 200);
    const found = await caseSeen(caseId);
    t.is(found.facts.frage ?? null, null, 'the next question begins empty');
    t.true(historyOf(found).some((text) => text.startsWith('Frage an die Rechtssachbearbeitung: Trägt hier')));
    t.true(historyOf(found).some((text) => text.startsWith('Frage beantwortet, geklärt')));
    await leave(caseId);
  });

  test(`asked ${from}: returned with a hint, asked again, and discretion is proposed: then a second person signs`, async (t) => {
    const { caseId } = await upTo();
    await finish(caseId, element, ask);
    await finish(caseId, ANSWER, votum('ZURUECK'), 'rsb-sg1');
    await finish(caseId, element, ask);
    await finish(caseId, ANSWER, votum('ERMESSEN'), 'rsb-sg1-2');
    if (element === EXAMINE) await finish(caseId, EXAMINE, examined());
    await finish(caseId, DECIDE, granted((await today()).add({ years: 1 }).toString()));
    await taskOf(caseId, SIGN);
    const lines = historyOf(await caseSeen(caseId)).filter((text) => text.startsWith('Frage beantwortet'));
    t.is(lines.length, 2);
    t.regex(lines[0] ?? '', /zurück mit Hinweis/);
    t.regex(lines[1] ?? '', /schlägt vor, Ermessen so auszuüben/);
    await leave(caseId);
  });

  test(`asked ${from}: the legal specialist takes the case over, and asks somebody else if they are unsure`, async (t) => {
    const { caseId } = await upTo();
    await finish(caseId, element, ask);
    await finish(caseId, ANSWER, votum('UEBERNEHMEN'), 'rsb-sg1');
    const next = await taskOf(caseId, element);
    t.is((await as('rsb-sg1').get(`/api/tasks/${next}`)).body.assignee, 'rsb-sg1', 'the step is the specialist’s now');
    t.not(await claim('sb-sg1', next), 200);
    t.is((await caseSeen(caseId)).facts.eskalationVotum, 'UEBERNEHMEN');
    await finish(caseId, element, ask, 'rsb-sg1');
    t.is(await claim('rsb-sg1', await taskOf(caseId, ANSWER)), 403);
    await finish(caseId, ANSWER, votum('KLAEREN'), 'rsb-sg1-2');
    t.is(await claim('rsb-sg1', await taskOf(caseId, element)), 200);
    await leave(caseId);
  });
}
