import test from 'ava';
import { openOffice } from '../api/office.ts';
import { NOT_FOUND } from '../api/people.ts';

const office = await openOffice();
const { db, as } = office;
test.after.always(office.stop);

let last = 2_251_799_813_700_000;
const anIncident = async (caseId: string): Promise<string> => {
  last += 1;
  await db('engine_incidents').insert({
    incident_key: String(last),
    process_instance_key: '1',
    case_id: caseId,
    element_id: 'serviceTask_AzrMelden',
    element_key: '2',
    job_key: String(last + 500_000),
    error_type: 'JOB_NO_RETRIES',
    message: 'Das Ausländerzentralregister nimmt keine Anfragen an',
    created_at: new Date('2026-06-08T08:00:00Z'),
  });
  return String(last);
};

test.serial('operations see what stands still and let it be tried again, through the outbox', async (t) => {
  const { caseId } = await office.aCase();
  const key = await anIncident(caseId);
  const { body } = await as('ops').get('/api/incidents');
  t.like(body.items[0], { incidentKey: key, caseId, elementId: 'serviceTask_AzrMelden' });
  for (const account of ['sb-sg4', 'al', 'antragsteller']) {
    const { status, text } = await as(account).post(`/api/incidents/${key}/retry`);
    t.deepEqual([status, text], [404, NOT_FOUND], account);
  }
  for (let turn = 0; turn < 2; turn += 1) t.is((await as('ops').post(`/api/incidents/${key}/retry`)).status, 202);
  t.deepEqual(await office.outbox('retry-incident'), [{ incidentKey: key, jobKey: String(Number(key) + 500_000), caseId }]);
  t.is((await office.audited({ action: 'retry incident', case_id: caseId })).length, 2);
  await db('engine_incidents').where('incident_key', key).update({ resolved_at: new Date() });
  t.is((await as('ops').post(`/api/incidents/${key}/retry`)).status, 404);
});

test.serial('incidents of hidden cases are nobody’s business here', async (t) => {
  const { caseId } = await office.aHiddenCase();
  const key = await anIncident(caseId);
  t.false((await as('ops').get('/api/incidents')).text.includes(key));
  t.is((await as('ops').post(`/api/incidents/${key}/retry`)).status, 404);
});
