import test from 'ava';
import {
  answerWait,
  aPermit,
  CHECK,
  caseSeen,
  closed,
  EXAMINE,
  finish,
  handOut,
  papersComplete,
  setAuthorities,
  taskOf,
  upToFee,
  whenSeen,
  withoutAgency,
} from '../support/beschaeftigung.ts';
import { as, historyOf, today, until } from '../support/office.ts';

test.afterEach.always(() => setAuthorities({ AZR: 'normal', BA: 'normal', BVA: 'normal' }));

const incidentsOf = async (caseId: string): Promise<{ incidentKey: string; message: string }[]> =>
  (await as('ops').get('/api/incidents')).body.items.filter((each: { caseId: string }) => each.caseId === caseId);
const standstill = (caseId: string) =>
  until('an incident', async () => {
    const [incident] = await incidentsOf(caseId);
    return incident;
  });
const retry = async (incidentKey: string): Promise<number> => (await as('ops').post(`/api/incidents/${incidentKey}/retry`)).status;

test.serial('an authority that takes no requests: the case stands still and says so in words; tried again, it goes on', async (t) => {
  await setAuthorities({ BA: 'down', BVA: 'down' });
  const [asking, checked] = await Promise.all([aPermit(), aPermit({ facts: withoutAgency })]);
  await Promise.all([asking, checked].map(({ caseId }) => finish(caseId, CHECK, papersComplete)));
  const agency = await whenSeen(asking.caseId, 'why it stands still', (found) =>
    historyOf(found).some((text) => text.startsWith('Die Bundesagentur für Arbeit nimmt keine Anfragen an')),
  );
  t.is(historyOf(agency).filter((text) => text.includes('steht der Vorgang still')).length, 2, 'each of the two steps says it once');
  const [first, second] = [await standstill(asking.caseId), await standstill(checked.caseId)];
  t.is((await as('sb-sg1').get('/api/incidents')).status, 404, 'technical faults are not the clerks’ business');
  for (const view of [await caseSeen(checked.caseId), (await as('sb-sg1').get(`/api/cases/${checked.caseId}/diagram`)).body, second])
    t.notRegex(JSON.stringify(view), /Bundesverwaltungsamt|BVA/, 'nobody reads who was asked');

  await setAuthorities({ BA: 'normal', BVA: 'normal' });
  for (const { incidentKey } of [...(await incidentsOf(asking.caseId)), second]) t.is(await retry(incidentKey), 202);
  t.truthy(first);
  await Promise.all([
    answerWait(asking.caseId, 'ba', 'ZUSTIMMUNG'),
    answerWait(asking.caseId, 'beteiligung', 'KEINE'),
    answerWait(checked.caseId, 'beteiligung', 'KEINE'),
  ]);
  for (const { caseId } of [asking, checked]) {
    await taskOf(caseId, EXAMINE);
    await until('no incident', async () => (await incidentsOf(caseId)).length === 0);
    await as('sb-sg1').post(`/api/cases/${caseId}/withdraw`);
  }
  const sent = historyOf(await caseSeen(asking.caseId)).filter((text) => text.startsWith('Anfrage an die Bundesagentur'));
  t.is(sent.length, 1, 'asked once');
});

test.serial('the register is down at the very end: the card is handed over, the report waits, and goes out once', async (t) => {
  const day = await today();
  const { caseId } = await upToFee(day.add({ years: 2 }).toString(), 'ARBEITGEBERWECHSEL');
  await setAuthorities({ AZR: 'down' });
  await handOut(caseId, day.toString());
  const { incidentKey } = await standstill(caseId);
  const found = await whenSeen(caseId, 'why it stands still', (body) => body.status === 'stoerung');
  t.true(historyOf(found).some((text) => text.startsWith('Das Ausländerzentralregister nimmt keine Anfragen an')));
  await setAuthorities({ AZR: 'normal' });
  t.is(await retry(incidentKey), 202);
  const done = await whenSeen(caseId, 'closed', closed);
  t.is(historyOf(done).filter((text) => text.startsWith('Dem AZR gemeldet: erteilt')).length, 1);
});
