import { randomUUID } from 'node:crypto';
import test from 'ava';
import { type Api, openApi } from '../../support/api.ts';
import { anApplicant } from '../api/office.ts';

let api: Api;
test.before(async () => {
  api = await openApi();
});
test.after.always(() => api.stop());

const intake = (body: object, key: string, account = 'svc') =>
  api.as(account).send({ method: 'POST', url: '/api/cases', payload: body, headers: { 'idempotency-key': key } });
const aMatter = () => ({ anliegen: 'DULDUNG', applicant: anApplicant(), facts: {} });
const casesOf = async (name: string): Promise<number> =>
  Number((await api.db('cases').join('persons', 'persons.person_id', 'cases.person_id').where('familienname', name).count('* as n'))[0]?.n);

test('the same request under the same key counts once, and every answer is the first one', async (t) => {
  const [key, body] = [randomUUID(), aMatter()];
  const first = await intake(body, key);
  t.is(first.status, 201);
  const again = await intake(body, `"${key}"`);
  t.deepEqual([again.status, again.body], [201, first.body]);
  t.is(again.headers['idempotency-replayed'], 'true');
  t.is(first.headers['idempotency-replayed'], undefined);
  t.is(await casesOf(body.applicant.familienname), 1);
});

test('twenty at once under one key make one case', async (t) => {
  const [key, body] = [randomUUID(), aMatter()];
  const answers = await Promise.all(Array.from({ length: 20 }, () => intake(body, key)));
  t.true(answers.every(({ status }) => status === 201 || status === 409));
  t.is(await casesOf(body.applicant.familienname), 1);
});

test('another request under a used key is refused, and another account has keys of its own', async (t) => {
  const [key, body] = [randomUUID(), aMatter()];
  await intake(body, key);
  const other = await intake(aMatter(), key);
  t.is(other.status, 422);
  t.regex(other.body.message, /schon eine andere Anfrage/);
  t.is((await intake(aMatter(), key, 'sb-sg4')).status, 201);
});

test('a refused request frees its key: mended, it is taken', async (t) => {
  const [key, body] = [randomUUID(), aMatter()];
  t.is((await intake({ ...body, anliegen: 'GIBTSNICHT' }, key)).status, 400);
  t.is((await intake(body, key)).status, 201);
});

test('a request that broke off in the middle is not done a second time', async (t) => {
  const [key, body] = [randomUUID(), aMatter()];
  await intake(body, key);
  await api.db('idempotency_keys').where({ key }).update({ status: null, body: null });
  const again = await intake(body, key);
  t.is(again.status, 409);
  t.regex(again.body.message, /sehen Sie nach/);
  t.is(await casesOf(body.applicant.familienname), 1);
});

test('a key is readable text, and after a day it is forgotten', async (t) => {
  for (const key of ['', 'mit Leerzeichen', 'ä', 'x'.repeat(201)]) {
    const { status, body } = await intake(aMatter(), key);
    t.is(status, 400, key);
    t.is(body.details[0].field, 'Idempotency-Key');
  }
  const [key, body] = [randomUUID(), aMatter()];
  await intake(body, key);
  await api
    .db('idempotency_keys')
    .where({ key })
    .update({ created_at: new Date(Date.now() - 25 * 3_600_000) });
  t.is((await intake(aMatter(), key)).status, 201);
});
