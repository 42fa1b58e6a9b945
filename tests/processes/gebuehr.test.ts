import test from 'ava';
import {
  BIOMETRICS,
  caseSeen,
  DECIDE,
  feeAsked,
  finish,
  granted,
  openElements,
  sendGrant,
  taskOf,
  upToDecision,
  upToFee,
} from '../support/beschaeftigung.ts';
import { as, historyOf, lettersOf, today } from '../support/office.ts';

const until = async (): Promise<string> => (await today()).add({ years: 2 }).toString();
const pay = (caseId: string, amount: number, by = 'svc') => as(by).post(`/api/cases/${caseId}/payments`, { amount, method: 'KASSE' });
const leave = (caseId: string) => as('sb-sg1').post(`/api/cases/${caseId}/withdraw`);

test('paid in two parts: the case waits for all of it; the same payment sent again is booked once, more than is owed is refused', async (t) => {
  const { caseId } = await upToFee(await until());
  await feeAsked(caseId);
  t.is((await pay(caseId, 500)).status, 400);
  t.is((await pay(caseId, 60)).status, 201);
  t.is((await caseSeen(caseId)).fee?.outstanding, 40);
  t.false(openElements(await caseSeen(caseId)).includes(BIOMETRICS));
  t.is((await pay(caseId, 40, 'sb-sg1')).status, 201);
  await taskOf(caseId, BIOMETRICS);
  t.is((await pay(caseId, 40)).status, 200, 'the same again is the same payment');
  t.is((await pay(caseId, 10)).status, 409, 'nothing is owed any more');
  const paid = historyOf(await caseSeen(caseId)).filter((text) => text.startsWith('Zahlung eingegangen'));
  t.deepEqual(paid, [
    'Zahlung eingegangen an der Kasse: 60,00 Euro, offen bleiben 40,00 Euro',
    'Zahlung eingegangen an der Kasse: 40,00 Euro',
  ]);
  await leave(caseId);
});

test('who gets benefits or a grant pays nothing, and no letter asks for money', async (t) => {
  const gueltigBis = await until();
  const [grant, benefits] = await Promise.all([upToDecision(), upToDecision()]);
  await finish(grant.caseId, DECIDE, granted(gueltigBis, { befreitStipendium: true }));
  await finish(benefits.caseId, DECIDE, granted(gueltigBis, { leistungsbezug: true }));
  for (const { caseId } of [grant, benefits]) {
    await sendGrant(caseId);
    await taskOf(caseId, BIOMETRICS);
    const found = await caseSeen(caseId);
    t.deepEqual([found.fee?.amount, found.fee?.outstanding], [0, 0]);
    t.false(lettersOf(found).includes('gebuehr'));
    t.false(historyOf(found).some((text) => text.startsWith('Warten auf die Zahlung')));
    await leave(caseId);
  }
});
