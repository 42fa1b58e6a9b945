import { randomUUID } from 'node:crypto';
import test from 'ava';
import { openOffice } from '../api/office.ts';

const office = await openOffice();
const { as, db } = office;
test.after.always(office.stop);

const waitsSeen = async (account: string, caseId: string) => (await as(account).get(`/api/cases/${caseId}`)).body.waits;

test('who is asked stands at a wait; of a security query stands nothing but that it runs', async (t) => {
  const { caseId } = await office.aCase({ by: 'antragsteller' });
  const warteId = await office.aWait(caseId, { kind: 'ba' });
  await office.aWait(caseId, { kind: 'beteiligung' });
  await db('authority_orders').insert({
    business_key: randomUUID(),
    case_id: caseId,
    warte_id: warteId,
    authority: 'BA',
    occasion: 'ERSTANFRAGE',
    element_id: 'serviceTask_Anfragen',
    hidden: false,
    round: 1,
    created_at: new Date('2026-06-08T08:00:00Z'),
  });
  for (const account of ['sb-sg4', 'svc']) {
    const waits: Record<string, unknown>[] = await waitsSeen(account, caseId);
    t.like(
      waits.find((each) => each.kind === 'ba'),
      { warteId, authority: 'BA' },
    );
    t.deepEqual(Object.keys(waits.find((each) => each.kind === 'beteiligung') ?? {}).sort(), ['kind', 'until', 'warteId']);
  }
  t.deepEqual(await waitsSeen('antragsteller', caseId), [{ warteId, kind: 'ba', until: '2026-06-29T21:59:59.000Z' }]);
});

test('whoever takes money is told so, and nobody else', async (t) => {
  const { caseId } = await office.aCase();
  const may = async (account: string) => (await as(account).get(`/api/cases/${caseId}`)).body.may;
  for (const account of ['sb-sg4', 'svc']) t.deepEqual(await may(account), { takePayment: true });
  for (const account of ['rsb-sg4', 'sgl-sg4', 'tel', 'azubi']) t.deepEqual(await may(account), { takePayment: false });
});

test('a reminder stands in the file with its note for as long as it is to come', async (t) => {
  const { caseId } = await office.aCase();
  const note = 'Vertrag anfordern';
  await as('sb-sg4').post(`/api/cases/${caseId}/reminders`, { date: '2026-06-29', note });
  const warteId = await office.aWait(caseId, { kind: 'wiedervorlage', until: '2026-06-29T21:59:59Z' });
  const reminders = async () => (await as('sb-sg4').get(`/api/cases/${caseId}`)).body.reminders;
  t.deepEqual(await reminders(), [{ date: '2026-06-29', note, by: 'sb-sg4' }]);
  await db('waits')
    .where('warte_id', warteId)
    .update({ ended_at: new Date('2026-06-29T22:00:00Z') });
  t.deepEqual(await reminders(), []);
});

test('until when nothing decided is nobody’s right to sue stands in the file for the office, and goes with the decision', async (t) => {
  const { caseId } = await office.aCase({ by: 'antragsteller' });
  const shown = async (account = 'sb-sg4') => (await as(account).get(`/api/cases/${caseId}`)).body.failureToAct;
  await db('cases')
    .where('case_id', caseId)
    .update({ received_at: new Date('2026-06-08T08:00:00Z') });
  t.like(await shown(), { until: '2026-09-08' });
  for (const account of ['svc', 'antragsteller']) t.is(await shown(account), undefined);
  await db('letters').insert({
    case_id: caseId,
    business_key: randomUUID(),
    type: 'bescheid-dul',
    channel: 'post',
    subject: 'Unsere Entscheidung',
    body: '[]',
    body_hash: '',
    at: new Date('2026-06-08T08:00:00Z'),
    zustellung: 'POST',
    bekanntgabe_am: '2026-06-12',
    addressee: '{}',
  });
  t.is(await shown(), null);
});
