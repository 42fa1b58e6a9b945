import test from 'ava';
import { retryCommand } from '../../../services/engine/outbox/index.ts';
import { openOffice } from '../api/office.ts';
import { NOT_FOUND } from '../api/people.ts';
import { aGivenUp } from './given-up.ts';

const office = await openOffice();
const { db, as } = office;
test.after.always(office.stop);

const base = '/api/operations/commands';
const left = async (id: string): Promise<{ attempts: number }[]> =>
  (await db.raw('select attempts from graphile_worker._private_jobs where id = ?', [id])).rows;
const reason = 'Der Vorgang ist auf anderem Weg erledigt.';

test.serial('operations try a given-up command again; nobody else may', async (t) => {
  const { caseId } = await office.aCase();
  const id = await aGivenUp(db, 'publish-message', { caseId });
  const { body } = await as('ops').get(base);
  t.like(
    body.items.find((item: { id: string }) => item.id === id),
    { name: 'publish-message', caseId, givenUp: true, droppable: true },
  );
  for (const account of ['sb-sg4', 'al', 'antragsteller'])
    for (const verb of ['retry', 'drop']) {
      const { status, text } = await as(account).post(`${base}/${id}/${verb}`, verb === 'drop' ? { reason } : undefined);
      t.deepEqual([status, text], [404, NOT_FOUND], `${account} ${verb}`);
    }
  t.is((await as('ops').post(`${base}/${id}/retry`)).status, 202);
  t.deepEqual(await left(id), [{ attempts: 0 }]);
  t.is((await office.audited({ action: 'retry command', case_id: caseId })).length, 1);
});

test.serial('a dropped command is gone, and audit trail and case say why', async (t) => {
  const { caseId } = await office.aCase();
  const id = await aGivenUp(db, 'publish-message', { caseId });
  t.is((await as('ops').post(`${base}/${id}/drop`, { reason: 'egal' })).status, 400, 'a reason of four letters is none');
  t.is((await left(id)).length, 1);
  t.is((await as('ops').post(`${base}/${id}/drop`, { reason })).status, 200);
  t.deepEqual(await left(id), []);
  const [entry] = await db('audit').where({ action: 'drop command', case_id: caseId });
  t.like(entry, { actor: 'ops', object: `command ${id}`, reason, outcome: 'done' });
  const lines = await db('case_history').where({ case_id: caseId, line_key: `command-dropped:${id}` });
  t.regex(lines[0]?.text ?? '', /verworfen, der nicht gelang: Der Vorgang ist auf anderem Weg erledigt\./);
  t.is((await as('ops').post(`${base}/${id}/drop`, { reason })).status, 404, 'a second time there is nothing');
});

test.serial('what is still tried, runs now or holds a person’s work stays', async (t) => {
  const { caseId } = await office.aCase();
  const tried = await aGivenUp(db, 'publish-message', { caseId }, 3);
  const running = await aGivenUp(db, 'publish-message', { caseId });
  await db.raw("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a' where id = ?", [running]);
  const completion = await aGivenUp(db, 'complete-task', { caseId });
  for (const [id, said] of [
    [tried, /wird noch versucht/],
    [running, /läuft gerade/],
    [completion, /darf nicht verworfen werden/],
  ] as const) {
    const { status, body } = await as('ops').post(`${base}/${id}/drop`, { reason });
    t.is(status, 409);
    t.regex(body.message, said);
    t.is((await left(id)).length, 1);
  }
  t.is((await as('ops').post(`${base}/${running}/retry`)).status, 409);
});

test.serial('a command that is tried again in the same moment is not dropped', async (t) => {
  const { caseId } = await office.aCase();
  const id = await aGivenUp(db, 'publish-message', { caseId });
  const other = await db.transaction();
  t.true(await retryCommand(other, id));
  const dropped = as('ops').post(`${base}/${id}/drop`, { reason });
  const waiting = async (): Promise<boolean> =>
    (await db.raw("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rows.length > 0;
  while (!(await waiting()));
  await other.commit();
  const { status, body } = await dropped;
  t.is(status, 409);
  t.regex(body.message, /wird noch versucht/);
  t.deepEqual(await left(id), [{ attempts: 0 }]);
});

test.serial('a command of a hidden case is not there', async (t) => {
  const { caseId } = await office.aHiddenCase();
  const id = await aGivenUp(db, 'publish-message', { caseId });
  t.false((await as('ops').get(base)).body.items.some((item: { id: string }) => item.id === id));
  for (const [verb, body] of [['retry'], ['drop', { reason }]] as const)
    t.is((await as('ops').post(`${base}/${id}/${verb}`, body)).status, 404);
  t.is((await left(id)).length, 1);
});
