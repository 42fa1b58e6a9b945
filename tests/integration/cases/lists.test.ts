import test from 'ava';
import type { User } from '../../../services/platform/route.ts';
import { caseLevel, demoAccounts } from '../../../services/staff/index.ts';
import { openOffice } from '../api/office.ts';

type Item = { caseId: string; aktenzeichen: string; createdAt: string; deadline: string | null; section: string | null; status: string };

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

const idsOf = (items: Item[]): string[] => items.map((item) => item.caseId);

/** All pages one after the other; `between` runs after each. */
const readAll = async (account: string, query: string, between: () => Promise<unknown> = async () => undefined): Promise<Item[]> => {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { status, body } = await as(account).get(`/api/cases?${query}&cursor=${cursor}`);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    items.push(...body.items);
    cursor = body.next;
    if (cursor !== null) await between();
  }
  return items;
};

test.serial('pages hold every row once while rows are added, newest first', async (t) => {
  for (let minute = 0; minute < 23; minute += 1) {
    office.setClock(`2026-06-08T08:${String(minute).padStart(2, '0')}:00Z`);
    // Two with the very same time: the id tells them apart.
    await Promise.all([office.aCase({ section: 'SG2', anliegen: 'FAMILIE' }), office.aCase({ section: 'SG2', anliegen: 'FAMILIE' })]);
  }
  const before = idsOf(await readAll('sb-sg2', 'limit=200'));
  t.is(before.length, 46);
  const paged = await readAll('sb-sg2', 'limit=5', () => office.aCase({ section: 'SG2', anliegen: 'FAMILIE' }));
  t.deepEqual(
    idsOf(paged).filter((id) => before.includes(id)),
    before,
  );
  t.is(new Set(idsOf(paged)).size, paged.length);
  const times = paged.map((item) => item.createdAt);
  t.deepEqual(times, times.toSorted().reverse());
});

test.serial('the other orders are complete and in order, too', async (t) => {
  const all = new Set(idsOf(await readAll('sb-sg2', 'limit=200')));
  const oldest = await readAll('sb-sg2', 'limit=7&sort=createdAt');
  t.deepEqual(
    oldest.map((item) => item.createdAt),
    oldest.map((item) => item.createdAt).toSorted(),
  );
  t.is(new Set(idsOf(oldest)).size, all.size);
  for (const sort of ['deadline', '-deadline']) {
    const items = await readAll('sb-sg2', `limit=7&sort=${sort}`);
    const dates = items.map((item) => String(item.deadline));
    t.deepEqual(dates, sort === 'deadline' ? dates.toSorted() : dates.toSorted().reverse());
    t.is(new Set(idsOf(items)).size, all.size, sort);
  }
});

test.serial('a page is never longer than asked, the last one says so', async (t) => {
  const first = (await as('sb-sg2').get('/api/cases?limit=1')).body;
  t.is(first.items.length, 1);
  t.is(typeof first.next, 'string');
  t.is((await as('con').get('/api/cases')).body.next, null);
  t.deepEqual((await as('al').get('/api/cases')).body, { items: [], next: null, many: false });
});

for (const query of [
  'limit=0',
  'limit=201',
  'limit=-1',
  'limit=1.5',
  'limit=x',
  'sort=name',
  'status=offen',
  'section=SG5',
  'view=all',
  'cursor=%00',
  `query=${'x'.repeat(201)}`,
])
  test.serial(`?${query.slice(0, 20)} is refused with the field's name`, async (t) => {
    const { status, body } = await as('sb-sg2').get(`/api/cases?${query}`);
    t.is(status, 400);
    t.is(body.error, 'Bad Request');
  });

const cursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');
const uuid = '0d0c9c0e-7f4e-4b1e-9b8a-6f0f5d3a1c11';
for (const [name, place] of Object.entries({
  'no time': ['gestern', uuid],
  'a number for a time': ['3', uuid],
  'no id': ['2026-06-08T08:00:00.000Z', 'x'],
  'a foreign shape': { at: 1 },
  'three parts': ['1', '2026-06-08T08:00:00.000Z', uuid],
  'a year beyond time': ['99999-01-01T00:00:00.000Z', uuid],
  'SQL in it': ["2026-06-08'; drop", uuid],
}))
  test.serial(`a cursor with ${name} is 400`, async (t) => {
    for (const list of ['cases', 'tasks']) t.is((await as('sb-sg4').get(`/api/${list}?cursor=${cursor(place)}`)).status, 400, list);
  });

test.serial('empty parameters count as not given', async (t) => {
  const plain = await as('sb-sg2').get('/api/cases');
  t.deepEqual((await as('sb-sg2').get('/api/cases?query=&section=&status=&sort=&limit=&cursor=')).body, plain.body);
  t.is((await as('sb-sg2').get('/api/tasks?view=&section=&query=&sort=&limit=&cursor=')).status, 200);
});

test.serial('people are found by their names however they are written', async (t) => {
  const jose = await office.aCase({
    section: 'SG2',
    anliegen: 'FAMILIE',
    applicant: { familienname: 'Gärtner-Straßburg', vornamen: 'José İlhan' },
  });
  const has = async (query: string, account = 'sb-sg2'): Promise<boolean> =>
    idsOf((await as(account).get(`/api/cases?query=${encodeURIComponent(query)}`)).body.items).includes(jose.caseId);
  for (const query of [
    'Gärtner',
    'gaertner',
    'GÄRTNER',
    'GARTNER-STRASSBURG'.replace('GARTNER', 'GAERTNER'),
    'Strassburg',
    'jose',
    'José Gärtner',
    'Gärtner-Straßburg, José',
    'ärtn',
    'jo',
    ' gä ',
    'Ilhan',
    jose.aktenzeichen,
    jose.aktenzeichen.toLowerCase(),
    jose.aktenzeichen.slice(3),
    jose.aktenzeichen.slice(-4),
  ])
    t.true(await has(query), query);
  for (const query of ['Gärtnerin', 'rt', '%', '_', '\\', '.*', '(', 'Jose Müller', 'AB-2025', '***']) t.false(await has(query), query);
  t.false(await has('Gärtner', 'sb-sg4'));
});

test.serial('status and section narrow the list; an incident shows as stoerung until the case is closed', async (t) => {
  const { caseId } = await office.aCase({ section: 'SG2', anliegen: 'FAMILIE' });
  const shows = async (status: string): Promise<boolean> => idsOf(await readAll('sb-sg2', `limit=200&status=${status}`)).includes(caseId);
  const only = async (...expected: string[]): Promise<void> => {
    for (const status of ['neu', 'in-bearbeitung', 'wartet', 'abgeschlossen', 'zurueckgenommen', 'stoerung'])
      t.is(await shows(status), expected.includes(status), status);
    t.is((await as('sb-sg2').get(`/api/cases/${caseId}`)).body.status, expected[0]);
  };
  await only('in-bearbeitung');
  await db('cases').where('case_id', caseId).update({ open_incidents: 1 });
  await only('stoerung');
  await db('cases').where('case_id', caseId).update({ status: 'abgeschlossen', closed_at: new Date() });
  await only('abgeschlossen');
  t.deepEqual(await readAll('sb-sg2', 'section=SG1'), []);
});

test.serial('each account lists exactly the cases it may see', async (t) => {
  for (const section of ['SG1', 'SG2', 'SG3', 'SG4']) await office.aCase({ section, by: 'svc-2' });
  for (const by of ['svc', 'sb-sg1', 'sb-sg4', 'rsb-sg2', 'sicherheit', 'antragsteller', 'antragsteller-2']) {
    await office.open({ by });
    await office.aCase({ by, section: 'SG1' });
  }
  await office.open({ by: 'sicherheit', anliegen: 'STRAFNACHRICHT' });
  await office.aHiddenCase();
  const all = (await db('cases').select('case_id', 'section', 'hidden', 'created_by')) as {
    case_id: string;
    section: string | null;
    hidden: boolean;
    created_by: string;
  }[];
  for (const account of demoAccounts) {
    const expected = all.filter(
      (each) => caseLevel(account as User, { section: each.section, hidden: each.hidden, createdBy: each.created_by }) !== 'none',
    );
    const listed = await readAll(account.account, 'limit=50');
    t.deepEqual(idsOf(listed).sort(), expected.map((each) => each.case_id).sort(), account.account);
  }
});

test.serial('an applicant’s list tells nothing of the office’s inside', async (t) => {
  const { items } = (await as('antragsteller').get('/api/cases')).body;
  t.true(items.length > 0);
  for (const item of items) {
    t.deepEqual(Object.keys(item).sort(), [
      'aktenzeichen',
      'anliegen',
      'caseId',
      'closedAt',
      'createdAt',
      'outcome',
      'person',
      'receivedAt',
      'status',
    ]);
  }
});
