import { randomUUID } from 'node:crypto';
import test from 'ava';
import ask from '../../../services/authorities/workers/behoerde-anfragen.ts';
import { openOffice } from '../api/office.ts';
import { NOT_FOUND } from '../api/people.ts';
import { work } from './work.ts';

const office = await openOffice();
const { deps, db, as } = office;
test.after.always(office.stop);

/** There is no engine here that would work the outbox off. */
const whileEmptyingOutbox = async <T>(request: Promise<T>): Promise<T> => {
  const timer = setInterval(() => void db.raw('delete from graphile_worker._private_jobs').then(), 200);
  return request.finally(() => clearInterval(timer));
};

test.serial('somebody lets an authority answer: 404 for what is no open wait, 400 with the answers it gives, else it counts', async (t) => {
  const { caseId } = await office.aCase();
  const warteId = await office.aWait(caseId, { kind: 'ba' });
  await work(deps, ask, { caseId, warteId, behoerde: 'BA', anlass: 'ERSTANFRAGE' });
  const url = `/api/demo/authorities/${warteId}`;
  const absent = await as('svc').post(`/api/demo/authorities/${randomUUID()}`, { answer: 'ZUSTIMMUNG' });
  t.deepEqual([absent.status, absent.text], [404, NOT_FOUND]);
  t.is((await as('antragsteller').post(url, { answer: 'ZUSTIMMUNG' })).status, 404);
  const papers = await office.aWait(caseId, { kind: 'unterlagen' });
  t.is((await as('svc').post(`/api/demo/authorities/${papers}`, { answer: 'ZUSTIMMUNG' })).status, 404);
  const wrong = await as('svc').post(url, { answer: 'JA' });
  t.is(wrong.status, 400);
  t.deepEqual(wrong.body.details, [{ field: 'answer', message: 'möglich sind ZUSTIMMUNG, ABLEHNUNG, RUECKFRAGE' }]);
  const { status, body } = await whileEmptyingOutbox(as('svc').post(url, { answer: 'RUECKFRAGE' }));
  t.is(status, 200);
  t.deepEqual(body, { authority: 'BA', answer: 'RUECKFRAGE', quiet: true });
  t.is(((await db('authority_orders').where('warte_id', warteId).first('answer')) as { answer: string }).answer, 'RUECKFRAGE');
  await db('waits').where('warte_id', warteId).update({ ended_at: new Date() });
  t.is((await as('svc').post(url, { answer: 'ZUSTIMMUNG' })).status, 404);
});

test.serial('modes are shown and set, those not named stay', async (t) => {
  const set = await as('svc').put('/api/demo/authorities', { BA: 'always ABLEHNUNG', BDR: 'down' });
  t.is(set.status, 200);
  const { body } = await as('ops').get('/api/demo/authorities');
  t.deepEqual([body.BA.mode, body.BDR.mode, body.RP.mode], ['always ABLEHNUNG', 'down', 'normal']);
  t.true(body.BA.modes.includes('silent'));
  t.is((await as('svc').put('/api/demo/authorities', { BA: 'always JA' })).status, 400);
  t.is((await as('svc').put('/api/demo/authorities', { XY: 'down' })).status, 400);
});
