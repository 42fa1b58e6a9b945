import { randomUUID } from 'node:crypto';
import test from 'ava';
import request from '../../../services/fees/workers/gebuehr-anfordern.ts';
import remind from '../../../services/fees/workers/gebuehr-erinnern.ts';
import setFee from '../../../services/fees/workers/gebuehr-festsetzen.ts';
import prepare from '../../../services/fees/workers/gebuehr-vorbereiten.ts';
import { openOffice } from '../api/office.ts';
import { work } from '../authorities/work.ts';

const office = await openOffice();
const { deps, db, as } = office;
test.after.always(office.stop);

const leistung = 'AE_ERTEILUNG';
const gebuehrErgebnis = { betrag: 100, norm: '§ 45 AufenthV', hinweis: '' };
const aCase = (facts: Record<string, unknown> = {}) =>
  office.aCase({ section: 'SG1', anliegen: 'BESCHAEFTIGUNG', by: 'antragsteller', facts });
const lettersOf = async (caseId: string): Promise<string[]> =>
  (await db('letters').where('case_id', caseId).orderBy('at')).map((row: { type: string }) => row.type);

test.serial('the table gets every input; what nobody said counts as no', async (t) => {
  const { caseId } = await aCase();
  const inputs = await work(deps, prepare, { caseId, leistung });
  t.deepEqual(inputs, {
    leistung,
    grundbetrag: 100,
    ausweisBetrag: inputs.ausweisBetrag,
    zuschlaege: 0,
    minderjaehrig: false,
    befreitSchutzstatus: false,
    befreitStipendium: false,
    assoziationsrecht: false,
    leistungsbezug: false,
    nebenbestimmungErwerb: false,
  });
  await db('cases')
    .where('case_id', caseId)
    .update({ facts: { express: true, direktversand: true, vorgangsart: 'ARBEITGEBERWECHSEL' } });
  t.like(await work(deps, prepare, { caseId, leistung }), { zuschlaege: 50, nebenbestimmungErwerb: true });
});

test.serial('a fee is set once, asked for once, reminded of once, and paid once', async (t) => {
  const { caseId } = await aCase();
  for (let turn = 0; turn < 2; turn += 1)
    t.deepEqual(await work(deps, setFee, { caseId, leistung, gebuehrErgebnis }), { betragFaellig: 100 });
  const warteId = await office.aWait(caseId, { kind: 'zahlung' });
  for (const worker of [request, request, remind, remind]) await work(deps, worker, { caseId, warteId });
  t.deepEqual(await lettersOf(caseId), ['gebuehr', 'gebuehr-erinnerung']);

  const pay = (amount: number, more = {}) => as('svc').post(`/api/cases/${caseId}/payments`, { amount, method: 'KASSE', ...more });
  const messages = async (): Promise<unknown[]> => (await office.outbox('publish-message', warteId)).map((each) => each.name);
  const paymentId = randomUUID();
  t.is((await pay(30.5, { paymentId })).status, 201);
  t.like((await pay(30.5, { paymentId })).body, { paymentId, fee: { paid: 30.5, outstanding: 69.5 } });
  t.deepEqual(await messages(), []);
  t.is((await pay(70)).status, 400);
  const rest = await Promise.all([pay(69.5), pay(69.5), pay(69.5)]);
  t.deepEqual(rest.map((each) => each.status).sort(), [200, 200, 201]);
  t.deepEqual(await messages(), ['zahlung']);
  t.is((await pay(5)).status, 409);
  const { body } = await as('sb-sg1').get(`/api/cases/${caseId}`);
  t.like(body.fee, { amount: 100, paid: 100, outstanding: 0 });
  t.is(body.fee.payments.length, 2);
  t.deepEqual(await work(deps, setFee, { caseId, leistung, gebuehrErgebnis }), { betragFaellig: 0 });
});

test.serial('nothing owed, nothing asked for; before an amount is set the file shows none', async (t) => {
  const { caseId } = await aCase();
  t.is((await as('sb-sg1').get(`/api/cases/${caseId}`)).body.fee, null);
  t.deepEqual(await work(deps, setFee, { caseId, leistung, gebuehrErgebnis: { betrag: 0, norm: '§ 52 AufenthV' } }), { betragFaellig: 0 });
  const warteId = await office.aWait(caseId, { kind: 'zahlung' });
  await work(deps, request, { caseId, warteId });
  t.deepEqual(await lettersOf(caseId), []);
  t.is((await as('svc').post(`/api/cases/${caseId}/payments`, { amount: 1, method: 'KASSE' })).status, 409);
});

test.serial('amounts are amounts', async (t) => {
  const { caseId } = await aCase();
  for (const amount of [0, -1, 0.001, 1e9, 'zehn', null])
    t.is((await as('svc').post(`/api/cases/${caseId}/payments`, { amount, method: 'KASSE' })).status, 400, String(amount));
});
