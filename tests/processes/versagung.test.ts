import test from 'ava';
import { nextWorkingDay } from '../../services/platform/calendar.ts';
import {
  caseSeen,
  closed,
  count,
  DECIDE,
  dayOf,
  EXAMINE,
  examined,
  finish,
  grantAfterAll,
  granted,
  HEAR,
  heard,
  hearing,
  ofRefusal,
  REFUSE,
  refusalChosen,
  refusalProposed,
  refused,
  released,
  returned,
  SIGN,
  sendGrant,
  taskOf,
  upToDecision,
  upToExamination,
  waitOf,
  whenSeen,
} from '../support/beschaeftigung.ts';
import { as, historyOf, lettersOf, today } from '../support/office.ts';

const claim = async (by: string, taskId: string): Promise<number> => (await as(by).post(`/api/tasks/${taskId}/claim`)).status;

/** A refusal is proposed, the person has been heard and has answered: the legal specialist decides. */
const proposedAndHeard = async (proposed: 'examining' | 'deciding' = 'examining'): Promise<string> => {
  if (proposed === 'examining') return (await ofRefusal()).caseId;
  const { caseId } = await upToDecision();
  await finish(caseId, DECIDE, refusalChosen);
  await finish(caseId, HEAR, hearing());
  await heard(caseId);
  return caseId;
};

test('proposed while examining, heard, answered, signed by somebody else: the refusal goes out once, with objection and dates', async (t) => {
  const caseId = await proposedAndHeard();
  await finish(caseId, REFUSE, refused(), 'rsb-sg1');
  const sign = await taskOf(caseId, SIGN);
  t.is(await claim('rsb-sg1', sign), 403, 'nobody signs what they wrote');
  t.is(await claim('sb-sg1', sign), 403);
  await finish(caseId, SIGN, released, 'rsb-sg1-2');
  const found = await whenSeen(caseId, 'closed', closed);
  t.is(found.outcome, 'ABGELEHNT');
  t.deepEqual(lettersOf(found), ['eingangsbestaetigung', 'anhoerung', 'bescheid-vers']);
  t.true(historyOf(found).some((text) => text.startsWith('Dem AZR gemeldet: versagt')));
  const letter = found.letters.find((each: { type: string }) => each.type === 'bescheid-vers');
  const day = await today();
  t.is(letter.rechtsbehelf, 'WIDERSPRUCH');
  t.is(letter.bekanntgabeAm, day.add({ days: 4 }).toString());
  t.true(letter.rechtsbehelfBis >= day.add({ days: 4, months: 1 }).toString());
  const text = JSON.stringify((await as('sb-sg1').get(`/api/cases/${caseId}/letters/${letter.letterId}`)).body);
  t.regex(text, /Die Stellungnahme ist gewürdigt/, 'the decision answers the statement');
  t.regex(text, /Widerspruch/);
});

test('returned once: back to its author with the reason, who improves it; the same person may look again', async (t) => {
  const caseId = await proposedAndHeard('deciding');
  await finish(caseId, REFUSE, refused(), 'rsb-sg1');
  await finish(caseId, SIGN, returned, 'rsb-sg1-2');
  await finish(caseId, REFUSE, refused({ gruende: 'Die Zustimmung fehlt; die Gründe sind jetzt genauer gefasst.' }), 'rsb-sg1');
  const { bescheid } = (await as('rsb-sg1-2').get(`/api/tasks/${await taskOf(caseId, SIGN)}/bescheid`)).body;
  t.is(bescheid.returned.length, 1);
  t.true(
    bescheid.changes.some((change: { kind: string }) => change.kind !== 'same'),
    'what changed since the last look is shown',
  );
  await finish(caseId, SIGN, released, 'rsb-sg1-2');
  const found = await whenSeen(caseId, 'closed', closed);
  t.is(found.outcome, 'ABGELEHNT');
  t.is(count(lettersOf(found), 'bescheid-vers'), 1);
});

test('returned twice: the head of the section looks, nobody else', async (t) => {
  const caseId = await proposedAndHeard();
  for (const author of ['rsb-sg1', 'rsb-sg1']) {
    await finish(caseId, REFUSE, refused(), author);
    await finish(caseId, SIGN, returned, 'rsb-sg1-2');
  }
  await finish(caseId, REFUSE, refused(), 'rsb-sg1');
  const sign = await taskOf(caseId, SIGN);
  t.is(await claim('rsb-sg1-2', sign), 403);
  await finish(caseId, SIGN, released, 'sgl-sg1');
  t.is((await whenSeen(caseId, 'closed', closed)).outcome, 'ABGELEHNT');
});

test('after the hearing it is granted after all: the clerk decides on length and note, and the permit goes out', async (t) => {
  const caseId = await proposedAndHeard();
  await finish(caseId, REFUSE, grantAfterAll, 'rsb-sg1');
  await finish(caseId, DECIDE, granted((await today()).add({ years: 2 }).toString()));
  await sendGrant(caseId);
  await waitOf(caseId, 'zahlung');
  const found = await caseSeen(caseId);
  t.false(lettersOf(found).includes('bescheid-vers'));
  t.true(lettersOf(found).includes('bescheid-ert'));
  await as('sb-sg1').post(`/api/cases/${caseId}/withdraw`);
});

test('a refusal without going through the ways the law leaves is not taken', async (t) => {
  const { caseId } = await upToExamination();
  const taskId = await taskOf(caseId, EXAMINE);
  await as('sb-sg1').post(`/api/tasks/${taskId}/claim`);
  const { spielraeume, spielraumAndererZweck, spielraumUebrige, ...without } = refusalProposed;
  const refusal = await as('sb-sg1').post(`/api/tasks/${taskId}/complete`, { variables: without });
  t.is(refusal.status, 400);
  const fields = refusal.body.details.map((each: { field: string }) => each.field);
  t.true(fields.includes('spielraeume') && fields.includes('spielraumUebrige'));
  t.deepEqual([spielraeume.length, spielraumAndererZweck.length > 0, spielraumUebrige.length > 0], [1, true, true]);
  await as('sb-sg1').post(`/api/tasks/${taskId}/complete`, { variables: examined() });
  await taskOf(caseId, DECIDE);
  await as('sb-sg1').post(`/api/cases/${caseId}/withdraw`);
});

test('how long somebody has to answer: two weeks, one if it is urgent and the reason stands there, or the day the clerk names', async (t) => {
  const cases = await Promise.all([upToExamination(), upToExamination(), upToExamination()]);
  const day = await today();
  const named = nextWorkingDay(day.add({ days: 40 }));
  const ways = [
    [hearing(), nextWorkingDay(day.add({ days: 14 }))],
    [hearing({ dringend: 'JA', dringendGrund: 'Der Vertrag beginnt in zwei Wochen.' }), nextWorkingDay(day.add({ days: 7 }))],
    [hearing({ anhoerungFrist: named.toString() }), named],
  ] as const;
  await Promise.all(
    cases.map(async ({ caseId }, index) => {
      const [input, ends] = ways[index] ?? ways[0];
      await finish(caseId, EXAMINE, refusalProposed);
      await finish(caseId, HEAR, input);
      t.is(dayOf((await waitOf(caseId, 'anhoerung')).until), ends.toString());
      await as('sb-sg1').post(`/api/cases/${caseId}/withdraw`);
    }),
  );
});
