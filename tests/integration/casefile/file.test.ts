import test from 'ava';
import { openOffice } from '../api/office.ts';

const office = await openOffice();

const { as, db } = office;

const { caseId, aktenzeichen } = await office.aCase({
  by: 'antragsteller',
  facts: { existenz: true },
  applicant: { familienname: 'Aktenkundig' },
});
const warteId = await office.aWait(caseId);
const letterId = await office.aLetter(caseId);
const taskId = await office.aTask(caseId);

test.after.always(office.stop);

test('who works on a case sees the whole file', async (t) => {
  const { status, body } = await as('sb-sg4').get(`/api/cases/${caseId}`);
  t.is(status, 200);
  t.like(body, {
    caseId,
    aktenzeichen,
    anliegen: 'DULDUNG',
    status: 'in-bearbeitung',
    outcome: null,
    section: 'SG4',
    team: 'T4b',
    process: 'duldung',
    release: 1,
    priority: 3,
    receivedAt: '2026-06-08T08:00:00.000Z',
    closedAt: null,
    facts: { existenz: true },
    waits: [{ warteId, kind: 'unterlagen', until: '2026-06-29T21:59:59.000Z' }],
    documents: [],
  });
  t.is(body.deadline, '2026-06-18T21:59:59.000Z');
  t.is(body.applicant.familienname, 'Aktenkundig');
  t.like(await office.whyHere('sb-sg4', caseId), { section: 'SG4', team: 'T4b', role: 'sb-sg4', process: 'duldung', rule: 'D1_04' });
  t.deepEqual(Object.keys(body.routing).sort(), [
    'explanation',
    'inputs',
    'losers',
    'process',
    'reason',
    'role',
    'rule',
    'section',
    'team',
  ]);
  t.deepEqual(body.tasks, [
    {
      taskId,
      name: 'Unterlagen prüfen',
      elementId: 'userTask_UnterlagenPruefen',
      purpose: 'unterlagen',
      status: 'offen',
      assignee: null,
      completedBy: null,
      completedAt: null,
    },
  ]);
  for (const line of body.history) t.deepEqual(Object.keys(line).sort(), ['at', 'by', 'elementId', 'kind', 'text']);
  t.like(body.letters[0], { letterId, type: 'ruecknahme', at: '2026-06-08T08:00:00.000Z', channel: 'portal' });
});

test('who only gives information sees where it stands, and no reasons', async (t) => {
  for (const account of ['svc', 'tel', 'azubi']) {
    const { body } = await as(account).get(`/api/cases/${caseId}`);
    t.like(body, { caseId, status: 'in-bearbeitung', section: 'SG4' });
    for (const field of ['applicant', 'facts', 'history', 'routing', 'documents', 'letters', 'tasks', 'clerk', 'people'])
      t.false(field in body, `${account}: ${field}`);
  }
});

test('the applicant sees the portal’s part: nothing of the office’s inside', async (t) => {
  const { body } = await as('antragsteller').get(`/api/cases/${caseId}`);
  t.deepEqual(
    Object.keys(body).sort(),
    [
      'aktenzeichen',
      'anliegen',
      'caseId',
      'closedAt',
      'createdAt',
      'documents',
      'fee',
      'letters',
      'outcome',
      'receivedAt',
      'status',
      'waits',
    ].sort(),
  );
});

test('a case nobody has sorted has no routing yet', async (t) => {
  const opened = await office.open({ by: 'sb-sg4' });
  t.like((await as('sb-sg4').get(`/api/cases/${opened.caseId}`)).body, { status: 'neu', routing: null, section: null, deadline: null });
});

test('the browser keeps nothing of it', async (t) => {
  const { headers } = await as('sb-sg4').get(`/api/cases/${caseId}`);
  t.like(headers, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
});

test('the file of a person with two cases does not mix them', async (t) => {
  const applicant = { familienname: 'Zweifach', vornamen: 'Eins' };
  const one = await office.aCase({ applicant });
  const personId = await office.personOf(one.caseId);
  const two = await office.aCase({ applicant, personId, anliegen: 'FAMILIE', section: 'SG2' });
  await office.aLetter(two.caseId);
  const { body } = await as('sb-sg4').get(`/api/cases/${one.caseId}`);
  t.deepEqual([body.letters, body.waits, body.tasks], [[], [], []]);
  t.is((await db('cases').whereIn('case_id', [one.caseId, two.caseId]).countDistinct('person_id as n').first())?.n, '1');
});
