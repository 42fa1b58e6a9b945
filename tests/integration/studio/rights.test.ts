import { randomUUID } from 'node:crypto';
import test from 'ava';
import { accounts, NOT_FOUND } from '../api/people.ts';
import { multipart } from '../documents/multipart.ts';
import { BASE, openStudio, writeRelease } from './studio.ts';

/** Every route of the studio × every demo account, on a change that is there and on one that is not. */
const studio = await openStudio();
const { as, db, create, plainText } = studio;
const changeId = await create([plainText()]);
const releaseNo = await writeRelease(db);
const path = plainText().path;
const role = (account: string): string => account.replace(/-2$/, '');
const reads = (account: string): boolean => ['pv', 'al', 'con', 'ops'].includes(role(account)) || role(account).startsWith('rsb-');
const writes = (account: string): boolean => role(account) === 'pv';
const tries = (account: string): boolean => ['pv', 'al'].includes(role(account)) || role(account).startsWith('rsb-');
const rolls = (account: string): boolean => ['pv', 'al'].includes(role(account));
const file = multipart([{ name: 'file', content: '{}', filename: 'x.form', contentType: 'application/json' }]);

type Call = {
  method: string;
  url: string;
  payload?: unknown;
  headers?: Record<string, string>;
  may: (account: string) => boolean;
  absent?: string;
};
/** In an order in which the change stays a draft. */
const calls: Call[] = [
  { method: 'GET', url: BASE, may: reads },
  { method: 'GET', url: `${BASE}/{id}`, may: reads },
  { method: 'PATCH', url: `${BASE}/{id}`, payload: { title: 'Anders' }, may: writes },
  { method: 'GET', url: `${BASE}/{id}/files?path=${path}`, may: reads },
  { method: 'PUT', url: `${BASE}/{id}/files`, payload: { path }, may: writes },
  { method: 'POST', url: `${BASE}/{id}/files/remove`, payload: { path: 'duldung/x.form' }, may: writes, absent: 'none there' },
  { method: 'POST', url: `${BASE}/{id}/files/revert`, payload: { path: 'duldung/x.form' }, may: writes, absent: 'none there' },
  { method: 'POST', url: `${BASE}/{id}/files/rebase`, payload: { path: 'duldung/x.form' }, may: writes, absent: 'none there' },
  { method: 'POST', url: `${BASE}/{id}/import`, ...file, may: writes },
  { method: 'POST', url: `${BASE}/{id}/check`, payload: {}, may: reads },
  { method: 'GET', url: `${BASE}/{id}/diff`, may: reads },
  { method: 'GET', url: `${BASE}/{id}/uses?path=${path}`, may: reads },
  { method: 'POST', url: `${BASE}/{id}/dry-run`, payload: {}, may: tries },
  { method: 'POST', url: `${BASE}/{id}/reopen`, payload: {}, may: writes },
  { method: 'POST', url: '/api/studio/look', ...file, may: writes },
  { method: 'POST', url: '/api/studio/complete', payload: { changeId, path: 'duldung/x.bpmn' }, may: writes, absent: 'none there' },
  { method: 'GET', url: '/api/model-releases/{no}', may: reads },
  { method: 'GET', url: '/api/model-releases/{no}/export', may: reads },
  { method: 'POST', url: '/api/model-releases/{no}/undo', payload: {}, may: rolls },
];

// ava takes the first declaration for the end of the set-up.
test.after.always(studio.stop);

const fill = (url: string, id: string, no: number): string => url.replace('{id}', id).replace('{no}', String(no));

for (const { method, url, payload, headers, may, absent } of calls)
  test.serial(`${method} ${url}: who reads, who writes, for whom there is no studio`, async (t) => {
    const send = (account: string, id: string, no: number) =>
      as(account).send({ method, url: fill(url, id, no), ...(payload === undefined ? {} : { payload }), ...(headers ? { headers } : {}) });
    for (const account of accounts) {
      const { status, text } = await send(account, changeId, releaseNo);
      if (!reads(account)) t.deepEqual([status, text], [404, NOT_FOUND], account);
      else if (!may(account)) t.is(status, 403, `${account}: ${text}`);
      else if (absent) t.is(status, 404, account);
      else t.true(status < 500 && status !== 404 && status !== 403, `${account}: ${status} ${text}`);
      if (!url.includes('{')) continue;
      const none = await send(account, randomUUID(), 4_711);
      if (may(account)) t.deepEqual([none.status, none.text], [404, NOT_FOUND], account);
      else t.true([403, 404].includes(none.status), account);
    }
  });

test.serial('handing in, giving back, agreeing and throwing away: 404 outside, 403 for readers without a say', async (t) => {
  for (const account of accounts) {
    for (const [step, payload] of [
      ['submit', {}],
      ['discard', {}],
      ['approve', {}],
      ['return', { comment: 'Probe' }],
    ] as const) {
      if (writes(account)) continue;
      const { status, text } = await as(account).post(`${BASE}/${changeId}/${step}`, payload);
      if (!reads(account)) t.deepEqual([status, text], [404, NOT_FOUND], `${account} ${step}`);
      else t.true(status === 403 || status === 409, `${account} ${step}: ${status}`);
    }
  }
  t.is((await as('pv').get(`${BASE}/${changeId}`)).body.state, 'entwurf');
});

test.serial('every line of the story is in the trail', async (t) => {
  const own = await create([plainText()]);
  const at = `${BASE}/${own}`;
  await as('pv').send({ method: 'PATCH', url: at, payload: { title: 'Anders' } });
  await as('pv').post(`${at}/files/revert`, { path });
  await as('pv').put(`${at}/files`, { path });
  await as('pv').put(`${at}/files`, { ...plainText(), version: 1 });
  await as('pv').post(`${at}/files/rebase`, { path });
  await as('pv').post(`${at}/files/remove`, { path: 'duldung/duldung-grund.form' });
  await as('pv').post(`${at}/files/revert`, { path: 'duldung/duldung-grund.form' });
  await as('pv').post(`${at}/dry-run`);
  await as('pv').post(`${at}/submit`);
  await as('al').post(`${at}/return`, { comment: 'Noch einmal' });
  await as('pv').post(`${at}/submit`);
  await as('pv').post(`${at}/reopen`);
  await as('pv').post(`${at}/submit`);
  await as('al').post(`${at}/approve`);
  await as('pv').post(`${at}/discard`);
  const lines = await studio.audited({ object: `change ${own}` });
  t.deepEqual(
    lines.map(({ actor, action, outcome }) => `${actor} ${action} ${outcome}`),
    [
      'pv create change done',
      'pv describe change done',
      'pv revert file of change done',
      'pv edit change done',
      'pv edit change done',
      'pv rebase file of change done',
      'pv remove file of change done',
      'pv revert file of change done',
      'pv try change done',
      'pv submit change done',
      'al return change done',
      'pv submit change done',
      'pv reopen change done',
      'pv submit change done',
      'al approve change done',
    ],
  );
});
