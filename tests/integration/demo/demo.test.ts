import test from 'ava';
import { fillOffice } from '../../../services/demo/index.ts';
import { makePlan } from '../../../services/demo/office/make-plan.ts';
import { aCase, aWait, openOffice } from '../letters/office.ts';
import { at, openPortal } from '../portal/portal.ts';

const addresses = ['/api/demo', '/api/demo/authorities', '/api/demo/authorities/{warteId}', '/api/demo/next-deadline', '/api/demo/clock'];

test('what belongs to the demo does not exist elsewhere', async (t) => {
  const real = await openPortal({ demo: false });
  const demo = await openPortal({ demo: true });
  const paths = (server: typeof real.server): string[] => server.table().map((route) => route.path);
  for (const address of addresses) {
    t.true(paths(demo.server).includes(address), address);
    t.false(paths(real.server).includes(address), address);
  }
  t.deepEqual([...new Set(paths(demo.server).filter((path) => path.includes('demo')))].sort(), [...addresses].sort());
  const { page } = await at(real.server, 'antragsteller').open('/mein');
  t.notRegex(page, /Vorführung/);
  t.regex((await at(demo.server, 'antragsteller').open('/mein')).page, /Vorführung mit erfundenen Personen/);
  await Promise.all([real.drop(), demo.drop()]);
});

test('the next deadline is the nearest of what is waited for; hidden cases have none', async (t) => {
  const { server, db, deps, drop } = await openPortal();
  const [ordinary, hidden] = await Promise.all([aCase(deps), aCase(deps)]);
  await aWait(deps, ordinary.caseId, ['PASS'], '2026-06-29T21:59:59Z');
  await aWait(deps, hidden.caseId, ['PASS'], '2026-06-10T21:59:59Z');
  await db('cases').where('case_id', hidden.caseId).update({ hidden: true });
  const { page } = await at(server, 'svc').open('/api/demo/next-deadline');
  t.deepEqual(JSON.parse(page), { at: '2026-06-29T21:59:59.000Z', kind: 'unterlagen' });
  t.is((await at(server, 'antragsteller').open('/api/demo/next-deadline')).status, 404);
  await drop();
});

test('the plan is the same at every start, and no two people in it are one', (t) => {
  const today = Temporal.PlainDate.from('2026-06-08');
  const plan = makePlan(today);
  t.is(plan.length, 60);
  t.deepEqual(plan, makePlan(today));
  t.is(new Set(plan.map((each) => each.key)).size, 60);
  t.is(new Set(plan.map(({ applicant }) => `${applicant.vornamen} ${applicant.familienname}`)).size, 60);
  const anliegen = new Set(plan.map((each) => each.anliegen));
  for (const each of ['DULDUNG', 'STUDIUM', 'FAMILIE', 'HUMANITAER', 'FIKTION', 'NOTFALL', 'AUSWEISUNG']) t.true(anliegen.has(each), each);
  const permits = plan.filter((each) => /^(?:BESCHAEFTIGUNG|ARBEITGEBERWECHSEL)$/.test(each.anliegen));
  t.is(permits.length, 18);
  const last = new Set(permits.map(({ steps }) => JSON.stringify(steps.findLast((step) => step.do !== 'date back'))));
  t.true(last.size >= 15, 'hardly two of them stand in the same place');
});

test('an empty office is filled once, goes on after a break, and an office at work is left alone', async (t) => {
  const { db, deps, drop } = await openOffice();
  const first = fillOffice(deps, 60);
  await first.begun;
  const count = async (): Promise<number> => Number((await db('cases').count())[0]?.count);
  t.true((await count()) >= 20, 'twenty are there at once');
  await first.stop();
  const before = await count();
  const second = fillOffice(deps, 60);
  await second.begun;
  await second.stop();
  const keys = (await db('demo_cases').whereNotNull('case_id').select('case_id')) as { case_id: string }[];
  t.is(new Set(keys.map((row) => row.case_id)).size, await count(), 'no case is opened twice');
  t.true((await count()) >= before);
  const old = (await db('cases').min('received_at'))[0]?.min as Date;
  t.true(old < new Date(deps.clock.now().epochMilliseconds - 86_400_000 * 5), 'some have lain here for days');
  await drop();

  const busy = await openOffice();
  await aCase(busy.deps);
  const none = fillOffice(busy.deps, 60);
  await none.begun;
  await none.stop();
  t.is(Number((await busy.db('cases').count())[0]?.count), 1);
  await busy.drop();
});
