import test from 'ava';
import { feeInputs } from '../../../services/legal/fee-inputs.ts';
import { listUsedValues, useNumber, useValue } from '../../../services/legal/index.ts';
import { openOffice } from '../api/office.ts';

const office = await openOffice();
const { as, db } = office;
test.after.always(office.stop);

const elementId = 'serviceTask_BaVorbereiten';

test('the values of a day, and today’s if none is named', async (t) => {
  const of2025 = (await as('sb-sg1').get('/api/legal/values?date=2025-03-01')).body;
  const salary = (body: { items: { key: string }[] }) => body.items.find(({ key }) => key === 'blaueKarte.regel');
  t.like(salary(of2025), { wert: 48_300, words: '48.300 Euro im Jahr', gueltigBis: '2025-12-31', stand: '2026-04-29' });
  const today = (await as('sb-sg1').get('/api/legal/values')).body;
  t.is(today.date, '2026-06-08');
  t.like(salary(today), { wert: 50_700 });
  t.is((await as('sb-sg1').get('/api/legal/values?date=gestern')).status, 400);
});

test('the footer’s law state: the GEAS law is not in force on the office’s day yet', async (t) => {
  t.deepEqual((await as('antragsteller').get('/api/legal/state')).body, { rechtsstand: '2026-04-29', changes: [] });
});

test('a case notes which value it used, on which day, by which step, once', async (t) => {
  const { caseId } = await office.aCase();
  const use = { caseId, key: 'blaueKarte.regel', on: '2025-11-03', elementId };
  for (let times = 0; times < 2; times += 1) t.is(await db.transaction((trx) => useNumber(trx, use)), 48_300);
  await db.transaction((trx) => useValue(trx, { ...use, key: 'p24.ende', on: '2026-06-08' }));
  const expected = [
    { key: 'blaueKarte.regel', value: 48_300, words: '48.300 Euro im Jahr', on: '2025-11-03', elementId },
    { key: 'p24.ende', value: '2027-03-04', words: '4. März 2027', on: '2026-06-08', elementId },
  ];
  const used = await listUsedValues(db, caseId);
  t.is(used.length, 2);
  for (const [index, each] of expected.entries()) t.like(used[index], each);
  const shown = (await as('sb-sg4').get(`/api/cases/${caseId}`)).body.legalValues as unknown[];
  t.is(shown.length, 2);
});

test('an unknown key is refused by name and nothing is noted', async (t) => {
  const { caseId } = await office.aCase();
  await t.throwsAsync(
    db.transaction((trx) => useValue(trx, { caseId, key: 'gibt.es.nicht', on: '2026-06-08', elementId })),
    { message: /gibt\.es\.nicht/ },
  );
  t.deepEqual(await listUsedValues(db, caseId), []);
});

test('a fee is computed from the catalogue and the age alone', async (t) => {
  const { caseId } = await office.aCase();
  const ask = (change: { age: number | null; leistung?: string; refusedLeistung?: string }) =>
    db.transaction((trx) => feeInputs(trx, { caseId, leistung: 'AE_VERLAENGERUNG', on: '2026-06-08', elementId, ...change }));
  t.deepEqual(await ask({ age: 23 }), { leistung: 'AE_VERLAENGERUNG', grundbetrag: 93, ausweisBetrag: 27.6, zuschlaege: 0 });
  t.like(await ask({ age: 24 }), { ausweisBetrag: 46 });
  t.like(await ask({ age: null }), { ausweisBetrag: 46 });
  t.like(await ask({ age: 30, leistung: 'WIDERSPRUCH', refusedLeistung: 'NE' }), { grundbetrag: 113 });
});

const released = {
  components: [
    { id: 'hinweis', type: 'text', text: 'Mindestens {{wert:blaueKarte.regel}}.' },
    { id: 'ergebnis', type: 'radio', key: 'ergebnis', label: 'Ergebnis', values: [{ label: 'Ja', value: 'JA' }] },
  ],
};

test.serial('a task shows the value of the day that counts for its case, and whoever completes it has it noted', async (t) => {
  const { caseId } = await office.aCase({ facts: { antragDatum: '2025-11-03' } });
  const taskId = await office.aTask(caseId);
  await office.claim(taskId);
  const { describeElement } = office.deps.releases;
  office.deps.releases.describeElement = async (...asked) => {
    const element = await describeElement.apply(office.deps.releases, asked);
    return element && { ...element, formContent: released };
  };
  t.teardown(() => {
    office.deps.releases.describeElement = describeElement;
  });
  const { body } = await as('sb-sg4').get(`/api/tasks/${taskId}`);
  t.is(body.form.components[0].text, 'Mindestens 48.300 Euro im Jahr.');
  t.like(body.legalValues[0], { key: 'blaueKarte.regel', value: 48_300, on: '2025-11-03' });
  t.deepEqual(await listUsedValues(db, caseId), [], 'looking is not using');
  t.is((await as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: { ergebnis: 'JA' } })).status, 202);
  t.like((await listUsedValues(db, caseId))[0], { key: 'blaueKarte.regel', value: 48_300, elementId: 'userTask_UnterlagenPruefen' });
});
