import test from 'ava';
import { nextWorkingDay } from '../../services/platform/calendar.ts';
import {
  answerWait,
  aPermit,
  CHECK,
  caseSeen,
  count,
  dayOf,
  EXAMINE,
  finish,
  letAnswer,
  openElements,
  papersComplete,
  REPLY,
  taskOf,
  waitOf,
  whenSeen,
  withoutAgency,
} from '../support/beschaeftigung.ts';
import { as, historyOf, today } from '../support/office.ts';

const asked = async (facts: Record<string, unknown> = {}): Promise<string> => {
  const { caseId } = await aPermit({ facts });
  await finish(caseId, CHECK, papersComplete);
  return caseId;
};
/** Cases are taken back at the end, so that no question of theirs is open when the clock moves. */
const leave = (caseId: string) => as('sb-sg1').post(`/api/cases/${caseId}/withdraw`);
const line = (found: unknown, text: string): number =>
  count(
    historyOf(found as never).map((each) => each.startsWith(text)),
    true,
  );

test('above the salary of a Blue Card nobody is asked for consent', async (t) => {
  const caseId = await asked(withoutAgency);
  await answerWait(caseId, 'beteiligung', 'KEINE');
  await taskOf(caseId, EXAMINE);
  t.is(line(await caseSeen(caseId), 'Anfrage an die Bundesagentur'), 0);
  await leave(caseId);
});

test('in the accelerated procedure the agency has one week, else two', async (t) => {
  const [usual, accelerated] = await Promise.all([asked(), asked({ beantragteNorm: '18g(4)' })]);
  const day = await today();
  for (const [caseId, days] of [
    [usual, 14],
    [accelerated, 7],
  ] as const) {
    t.is(dayOf((await waitOf(caseId, 'ba')).until), nextWorkingDay(day.add({ days })).toString());
    await leave(caseId);
  }
});

test('consent and the other answer come in either order: the clerk goes on when both are there', async (t) => {
  const caseId = await asked();
  await answerWait(caseId, 'beteiligung', 'KEINE');
  await whenSeen(caseId, 'one answer', (found) => found.waits.every((wait) => wait.kind !== 'beteiligung'));
  t.deepEqual(
    (await caseSeen(caseId)).waits.map((wait) => wait.kind),
    ['ba'],
  );
  t.false(openElements(await caseSeen(caseId)).includes(EXAMINE));
  await answerWait(caseId, 'ba', 'ZUSTIMMUNG');
  await taskOf(caseId, EXAMINE);
  t.is(line(await caseSeen(caseId), 'Antwort der Bundesagentur für Arbeit: Zustimmung'), 1);
  await leave(caseId);
});

test('a refusal of the agency decides nothing by itself: the clerk examines, and reads it', async (t) => {
  const caseId = await asked();
  await Promise.all([answerWait(caseId, 'ba', 'ABLEHNUNG'), answerWait(caseId, 'beteiligung', 'KEINE')]);
  const taskId = await taskOf(caseId, EXAMINE);
  t.is(line(await caseSeen(caseId), 'Antwort der Bundesagentur für Arbeit: Ablehnung'), 1);
  t.is((await as('sb-sg1').get(`/api/tasks/${taskId}`)).body.data.baErgebnis, 'ABLEHNUNG', 'the step says it, too');
  await leave(caseId);
});

test('the agency asks back: the clerk answers, and a new request with a new time limit goes out', async (t) => {
  const caseId = await asked();
  await answerWait(caseId, 'beteiligung', 'KEINE');
  const first = await answerWait(caseId, 'ba', 'RUECKFRAGE');
  await taskOf(caseId, REPLY);
  t.false(openElements(await caseSeen(caseId)).includes(EXAMINE));
  await finish(caseId, REPLY, { rueckfrageAntwort: 'Die Stellenbeschreibung liegt bei.', rueckfrageBelege: true });
  const second = await waitOf(caseId, 'ba', 'sb-sg1', first.warteId);
  t.is(line(await caseSeen(caseId), 'Warten auf die Bundesagentur'), 2);
  await letAnswer(second.warteId, 'ZUSTIMMUNG');
  await taskOf(caseId, EXAMINE);
  const found = await caseSeen(caseId);
  t.is(line(found, 'Anfrage an die Bundesagentur'), 2);
  t.is(line(found, 'Zustimmung der Bundesagentur für Arbeit gilt'), 0);
  await leave(caseId);
});

test('an answer that comes after the application was taken back changes nothing; the file keeps it', async (t) => {
  const caseId = await asked();
  const { warteId } = await waitOf(caseId, 'ba');
  await whenSeen(caseId, 'asked', (found) => line(found, 'Anfrage an die Bundesagentur') === 1);
  await leave(caseId);
  await whenSeen(caseId, 'withdrawn', (found) => found.status === 'zurueckgenommen');
  t.is(
    (await as('sb-sg1').post(`/api/demo/authorities/${warteId}`, { answer: 'ZUSTIMMUNG', wait: false })).status,
    404,
    'nobody is asked any more',
  );
  t.deepEqual(openElements(await caseSeen(caseId)), []);
});
