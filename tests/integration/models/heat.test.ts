import { randomUUID } from 'node:crypto';
import test from 'ava';
import getHeat from '../../../services/models/routes/get-heat.ts';
import { aCase, openOffice, serve, users } from '../letters/office.ts';
import { releasedFiles } from './released-files.ts';

// The office's clock stands on 8 June 2026, 10 o'clock in Berlin.
const { db, deps, drop } = await openOffice();
test.after.always(drop);
Object.assign(deps, { releases: releasedFiles() });
for (const account of ['pv', 'al', 'con', 'ops', 'wm', 'sgl-sg1', 'azubi'])
  users[account] = { account, name: account, groups: [account], teams: [], skills: [], applicant: false };

const server = serve(deps, getHeat);
const get = async (account: string, url: string) => {
  const answer = await server.inject({ url, headers: { authorization: account } });
  return { status: answer.statusCode, body: JSON.parse(answer.payload) };
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const GROUND = 'userTask_DuldungsgrundPruefen';
const CONDITIONS = 'userTask_AuflagenFestlegen';
const PAPERS = 'callActivity_Vollstaendigkeit';

type Stay = { element: string; type?: string; from: string; hours?: number; state?: string };

/** An instance that has been at these places; without hours it is there still. */
const plant = async (caseId: string, stays: Stay[], { process = 'duldung', release = 1, state = 'active' } = {}): Promise<void> => {
  const key = String(BigInt(`0x${randomUUID().replaceAll('-', '').slice(0, 13)}`));
  const starts = stays.map((stay) => Date.parse(stay.from));
  const ends = stays.map((stay, index) => (starts[index] ?? 0) + (stay.hours ?? 0) * HOUR);
  await db('engine_instances').insert({
    process_instance_key: key,
    partition_id: 1,
    root_key: key,
    case_id: caseId,
    plain_id: process,
    engine_id: `${process}--00000000`,
    release,
    definition_key: '1',
    state,
    started_at: new Date(Math.min(...starts)),
    ended_at: state === 'active' ? null : new Date(Math.max(...ends)),
  });
  await db('engine_elements').insert(
    stays.map((stay, index) => ({
      element_key: randomUUID(),
      process_instance_key: key,
      case_id: caseId,
      element_id: stay.element,
      element_type: stay.type ?? 'USER_TASK',
      state: stay.state ?? (stay.hours === undefined ? 'active' : 'completed'),
      position: index,
      activated_at: new Date(starts[index] ?? 0),
      ended_at: stay.hours === undefined ? null : new Date(ends[index] ?? 0),
    })),
  );
};

test.before(async () => {
  const own = (await aCase(deps)).caseId;
  const other = (await aCase(deps, { anliegen: 'STUDIUM', section: 'SG1' })).caseId;
  const hidden = (await aCase(deps, { anliegen: 'SICHERHEIT', by: 'sicherheit' })).caseId;
  // Ten stays of one to ten hours: half of them no longer than five, nine of ten no longer than nine.
  for (let hours = 1; hours <= 10; hours += 1) await plant(own, [{ element: GROUND, from: `2026-05-${10 + hours}T08:00:00Z`, hours }]);
  await plant(own, [
    { element: 'Process_duldung', type: 'PROCESS', from: '2026-05-20T08:00:00Z', hours: 50 },
    { element: 'subProcess_VorgangBearbeiten', type: 'SUB_PROCESS', from: '2026-05-20T08:00:00Z', hours: 50 },
    { element: 'gateway_Vollstaendig', type: 'EXCLUSIVE_GATEWAY', from: '2026-05-20T08:00:00Z', hours: 0 },
    { element: PAPERS, type: 'CALL_ACTIVITY', from: '2026-05-20T08:00:00Z', hours: 48 },
    { element: 'gateway_WartenAufEreignis', type: 'EVENT_BASED_GATEWAY', from: '2026-05-22T08:00:00Z', hours: 24, state: 'terminated' },
    { element: CONDITIONS, from: '2026-05-23T08:00:00Z' },
  ]);
  await plant(own, [{ element: GROUND, from: '2026-05-01T08:00:00Z', hours: 30 * 24 }], { release: 2, state: 'completed' });
  await plant(other, [{ element: GROUND, from: '2026-06-01T08:00:00Z', hours: 100 }]);
  for (const element of [GROUND, CONDITIONS, PAPERS])
    await plant(hidden, [
      { element, from: '2026-05-20T08:00:00Z', hours: 400 },
      { element, from: '2026-05-20T08:00:00Z' },
    ]);
  // The borders of 1 March: midnight in Berlin is 23 o'clock of the day before in UTC.
  await plant(
    own,
    [
      { element: 'userTask_VorTag', from: '2026-02-28T20:00:00Z', hours: 2.99 },
      { element: 'userTask_ErsterMoment', from: '2026-02-28T20:00:00Z', hours: 3 },
      { element: 'userTask_LetzterMoment', from: '2026-03-01T20:00:00Z', hours: 2.99 },
      { element: 'userTask_NachTag', from: '2026-03-01T20:00:00Z', hours: 3 },
    ],
    { process: 'vorgang' },
  );
});

const heat = async (account: string, query = '', process = 'duldung') =>
  (await get(account, `/api/processes/${process}/heat${query}`)).body;
type Element = { elementId: string; count: number | null; medianMs: number | null; p90Ms: number | null; open: number | null };
const at = (body: { elements: Element[] }, id: string): Element | undefined => body.elements.find((each) => each.elementId === id);

test('how long things lay, as counted by hand; scopes and what is passed in an instant are no places', async (t) => {
  const body = await heat('sb-sg4', '?section=SG4');
  t.like(body, { from: '2026-05-10', to: '2026-06-08', section: 'SG4', version: null });
  t.deepEqual(body.elements, [
    { elementId: PAPERS, count: 1, medianMs: 2 * DAY, p90Ms: 2 * DAY, open: 0 },
    { elementId: 'gateway_WartenAufEreignis', count: 1, medianMs: DAY, p90Ms: DAY, open: 0 },
    { elementId: CONDITIONS, count: 0, medianMs: null, p90Ms: null, open: 1 },
    // 1 … 10 hours and the 30 days of the second release: eleven stays.
    { elementId: GROUND, count: 11, medianMs: 6 * HOUR, p90Ms: 10 * HOUR, open: 0 },
  ]);
  t.deepEqual(at(await heat('sb-sg4', '?section=SG4&version=1'), GROUND), {
    elementId: GROUND,
    count: 10,
    medianMs: 5 * HOUR,
    p90Ms: 9 * HOUR,
    open: 0,
  });
});

test('by section and by role: each counts what it may, the hidden case is in nobody’s figures', async (t) => {
  for (const account of ['pv', 'al', 'con']) {
    // Twelve and eleven are the same answer: the difference is one case of SG1.
    t.is(at(await heat(account), GROUND)?.count, 10, account);
    t.is(at(await heat(account, '?section=SG4'), GROUND)?.count, 10, account);
    for (const section of ['SG1', 'SG2']) t.deepEqual((await heat(account, `?section=${section}`)).elements, [], account);
    const all = await heat(account);
    t.true(all.inSteps);
    t.true(all.elements.every((each: Element) => each.count !== null || each.open !== null));
    t.is(at(all, CONDITIONS), undefined, 'one case is nobody’s figure');
    t.is(at(all, GROUND)?.open, null);
  }
  t.is(at(await heat('sb-sg4'), GROUND)?.count, 11);
  t.false((await heat('sb-sg4')).inSteps);
  t.is((await heat('sb-sg4', '?section=SG1')).elements, null, 'not theirs to count');
  t.deepEqual(at(await heat('sgl-sg1'), GROUND), { elementId: GROUND, count: 1, medianMs: 100 * HOUR, p90Ms: 100 * HOUR, open: 0 });
  t.is(at(await heat('azubi'), GROUND)?.count, 12, 'who sees the state of all cases counts them');
  for (const account of ['ops', 'wm', 'sicherheit']) t.is((await heat(account)).elements, null, account);
});

test('a period is days in Berlin, the first and the last included', async (t) => {
  const day = await heat('sb-sg4', '?from=2026-03-01&to=2026-03-01', 'vorgang');
  t.deepEqual(
    day.elements.filter((each: Element) => each.count).map((each: Element) => each.elementId),
    ['userTask_ErsterMoment', 'userTask_LetzterMoment'],
  );
  t.is(at(await heat('sb-sg4', '?from=2026-05-13&to=2026-05-15&section=SG4'), GROUND)?.count, 3);
  t.deepEqual(await heat('pv', '?to=2026-05-15').then(({ from, to }: { from: string; to: string }) => [from, to]), [
    '2026-04-16',
    '2026-05-15',
  ]);
  const before = await heat('sb-sg4', '?from=2026-05-01&to=2026-05-22&section=SG4');
  t.is(at(before, CONDITIONS), undefined, 'it came a day later');
});

test('days that do not exist and periods that end before they begin are refused in words', async (t) => {
  for (const query of ['from=2026-02-30', 'to=2026-13-01', 'from=gestern', 'from=2026-6-1', 'to=', 'from=2026-06-02&to=2026-06-01'])
    t.is((await get('pv', `/api/processes/duldung/heat?${query}`)).status, 400, query);
  t.is((await get('pv', '/api/processes/duldung/heat?from=2020-01-01')).status, 400);
  for (const query of ['section=SG9', 'version=0', 'version=x', 'von=2026-01-01'])
    t.is((await get('pv', `/api/processes/duldung/heat?${query}`)).status, 400, query);
  const { body } = await get('pv', '/api/processes/duldung/heat?from=2026-06-02&to=2026-06-01');
  t.is(body.message, 'Der Zeitraum endet, bevor er beginnt.');
});

test('applicants, unknown models and unknown releases: one and the same answer', async (t) => {
  const absent = await get('pv', '/api/processes/gibt-es-nicht/heat');
  t.is(absent.status, 404);
  t.deepEqual(await get('antragsteller', '/api/processes/duldung/heat'), absent);
  t.deepEqual(await get('pv', '/api/processes/duldung/heat?version=7'), absent);
});
