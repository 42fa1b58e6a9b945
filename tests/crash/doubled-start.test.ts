import test from 'ava';
import { openDatabase } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { nothingYet, openMany, untilOpen } from '../support/crash-office.ts';
import { CHECK } from '../support/duldung.ts';
import { as, caseWhen, lettersOf, until } from '../support/office.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

const DISCARDED = 'endEvent_DoppelterStart';

/**
 * The start message of a case again, under an id the engine does not know (any more). One correlation key has one instance at a time: under
 * the case's own key the second message waits until the first root has ended, under another one it starts a second root at once.
 */
const startAgain = async (caseId: string, correlationKey: string): Promise<void> => {
  const payload = {
    name: 'vorgang-eingegangen',
    correlationKey,
    messageId: crypto.randomUUID(),
    ttlMs: 3_600_000,
    variables: { caseId },
    caseId,
  };
  await db.raw(`select graphile_worker.add_job('publish-message', payload => ?::json)`, [
    JSON.stringify({ commandId: crypto.randomUUID(), payload }),
  ]);
};

const rootsOf = async (caseId: string): Promise<{ state: string; discarded: boolean }[]> =>
  (
    await db.raw(
      `select i.state, exists (select 1 from engine_elements e where e.process_instance_key = i.process_instance_key and e.element_id = ? and e.state = 'completed') as discarded
         from engine_instances i where i.case_id = ? and i.parent_key is null order by i.started_at, i.process_instance_key`,
      [DISCARDED, caseId],
    )
  ).rows;

const untilRoots = (caseId: string, count: number) =>
  until(`${count} roots, the last one ended`, async () => {
    const roots = await rootsOf(caseId);
    return roots.length === count && roots.at(-1)?.state === 'completed' && roots;
  });

test.serial('a second start of a running case is discarded: no second task, no second letter', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const [one] = await openMany(acked, 1);
  if (!one) throw new Error('no case');
  await untilOpen(db, [one], CHECK);
  await startAgain(one.caseId, crypto.randomUUID());
  t.deepEqual(await untilRoots(one.caseId, 2), [
    { state: 'active', discarded: false },
    { state: 'completed', discarded: true },
  ]);
  await held.check(t, acked);
  const found = (await as('sb-sg4').get(`/api/cases/${one.caseId}`)).body;
  t.is(found.tasks.length, 1);
  t.deepEqual(lettersOf(found), ['eingangsbestaetigung']);
});

test.serial('a start message that comes again after the case has ended opens nothing', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const [one] = await openMany(acked, 1);
  if (!one) throw new Error('no case');
  await untilOpen(db, [one], CHECK);
  await startAgain(one.caseId, one.caseId);
  await as('sb-sg4').post(`/api/cases/${one.caseId}/withdraw`);
  const found = await caseWhen(one.caseId, 'closed', (body) => body.status === 'zurueckgenommen');
  const roots = await untilRoots(one.caseId, 2);
  t.deepEqual(
    roots.map(({ discarded }) => discarded),
    [false, true],
  );
  await held.check(t, acked);
  const later = (await as('sb-sg4').get(`/api/cases/${one.caseId}`)).body;
  t.deepEqual([later.status, later.tasks.length, lettersOf(later)], [found.status, 1, ['eingangsbestaetigung', 'ruecknahme']]);
});
