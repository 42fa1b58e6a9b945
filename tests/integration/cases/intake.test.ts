import test from 'ava';
import { anApplicant, openOffice } from '../api/office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

const body = (change: Record<string, unknown> = {}) => ({ anliegen: 'DULDUNG', applicant: anApplicant(), facts: {}, ...change });

for (const account of ['svc', 'sb-sg1', 'sb-sg4-2', 'rsb-sg2', 'antragsteller', 'sicherheit'])
  test(`${account} takes a matter in and gets its id and Aktenzeichen`, async (t) => {
    const { status, body: opened } = await as(account).post('/api/cases', body());
    t.is(status, 201);
    t.regex(opened.caseId, /^[\da-f]{8}-[\da-f]{4}-4/);
    t.regex(opened.aktenzeichen, /^AB-2026-\d{6}$/);
    t.deepEqual(Object.keys(opened).sort(), ['aktenzeichen', 'caseId']);
  });

for (const account of ['sgl-sg4', 'al', 'con', 'pv', 'tel', 'notfall', 'azubi', 'wm', 'dsb', 'zd', 'ops'])
  test(`${account} takes no matter in`, async (t) => {
    const { status, body: refused } = await as(account).post('/api/cases', body());
    t.is(status, 403);
    t.like(refused, { statusCode: 403, error: 'Forbidden', message: 'Ihre Rolle nimmt keine Vorgänge auf.' });
  });

test('case, first history line and the message to the engine are there together', async (t) => {
  const { caseId, aktenzeichen } = (await as('svc').post('/api/cases', body())).body;
  const found = (await as('svc').get(`/api/cases/${caseId}`)).body;
  t.like(found, {
    caseId,
    aktenzeichen,
    anliegen: 'DULDUNG',
    status: 'neu',
    outcome: null,
    section: null,
    routing: null,
    waits: [],
    tasks: [],
  });
  t.deepEqual(
    found.history.map((line: { text: string; by: string }) => [line.text, line.by]),
    [[`Vorgang eröffnet, Aktenzeichen ${aktenzeichen}`, 'svc']],
  );
  const [message, ...more] = await office.outbox('publish-message', caseId);
  t.deepEqual(more, []);
  t.like(message, { name: 'vorgang-eingegangen', correlationKey: caseId, messageId: caseId, ttlMs: 86_400_000, variables: { caseId } });
});

test('what goes to the engine holds ids only, no name and no fact', async (t) => {
  const applicant = anApplicant({ familienname: 'Kanarienvogel', email: 'kanarie@example.org' });
  const { caseId } = (await as('svc').post('/api/cases', body({ applicant, facts: { existenz: true } }))).body;
  t.notRegex(JSON.stringify(await office.outbox('publish-message', caseId)), /kanari|existenz/i);
});

test('a refused request leaves nothing behind, not even a number', async (t) => {
  const before = (await as('svc').post('/api/cases', body())).body.aktenzeichen as string;
  const refused = await as('svc').post('/api/cases', body({ facts: { angehoerigerVon: 'AB-2026-999999' } }));
  t.is(refused.status, 400);
  t.deepEqual(refused.body.details, [{ field: 'facts.angehoerigerVon', message: 'kein Vorgang mit diesem Aktenzeichen' }]);
  const after = (await as('svc').post('/api/cases', body())).body.aktenzeichen as string;
  // Other tests of this file take numbers at the same time; none of all those given is missing.
  t.true(Number(after.slice(-6)) > Number(before.slice(-6)));
  const { rows } = await db.raw(
    "select count(*)::int as n, max(right(aktenzeichen, 6)::int) as last from cases where aktenzeichen like 'AB-%'",
  );
  t.is(rows[0].n, rows[0].last);
});

test('fifty cases at once get fifty different numbers without a gap', async (t) => {
  const opened = await Promise.all(Array.from({ length: 50 }, () => as('svc').post('/api/cases', body())));
  t.true(opened.every(({ status }) => status === 201));
  t.is(new Set(opened.map((each) => each.body.aktenzeichen)).size, 50);
  const { rows } = await db.raw(
    "select count(*)::int as n, max(right(aktenzeichen, 6)::int) as last from cases where aktenzeichen like 'AB-%'",
  );
  t.is(rows[0].n, rows[0].last);
});

test('every fault of an applicant is named at once', async (t) => {
  const { status, body: refused } = await as('svc').post('/api/cases', {
    anliegen: 'DULDUNG',
    applicant: {
      familienname: 'a'.repeat(101),
      vornamen: 'Kim',
      geburtsdatum: '04.05.1990',
      staatsangehoerigkeiten: [],
      lieblingsfarbe: 'blau',
    },
    facts: {},
    assignee: 'al',
  });
  t.is(status, 400);
  t.deepEqual(refused.details.map((each: { field: string }) => each.field).sort(), [
    'applicant',
    'applicant.familienname',
    'applicant.geburtsdatum',
    'applicant.lieblingsfarbe',
    'applicant.staatsangehoerigkeiten',
    'assignee',
  ]);
});

test('nobody is born on a day to come or one that does not exist; a day of which only the year is known is taken as it is', async (t) => {
  const born = (geburtsdatum: string) => as('svc').post('/api/cases', body({ applicant: anApplicant({ geburtsdatum }) }));
  for (const day of ['2099-01-01', '2099-00-00', '1990-02-30', '1850-01-01']) {
    const { status, body: refused } = await born(day);
    t.is(status, 400, day);
    t.deepEqual(
      refused.details.map(({ field }: { field: string }) => field),
      ['applicant.geburtsdatum'],
    );
  }
  for (const day of ['1990-00-00', '1990-05-00']) t.is((await born(day)).status, 201, day);
});

test('an unknown fact is refused by its name, one of a released form is taken', async (t) => {
  const refused = await as('svc').post('/api/cases', body({ facts: { schutzstatus: 'DULDUNG', hidden: false, section: 'SG1' } }));
  t.is(refused.status, 400);
  t.deepEqual(refused.body.details.map((each: { field: string }) => each.field).sort(), ['facts.hidden', 'facts.section']);
  t.is((await as('svc').post('/api/cases', body({ facts: { duldungsgrund: 'PASSLOS' } }))).status, 201);
  for (const name of ['constructor', 'toString', 'hasOwnProperty'])
    t.is((await as('svc').post('/api/cases', body({ facts: { [name]: 'x' } }))).status, 400);
});

test('a hidden Anliegen is answered like one that does not exist', async (t) => {
  for (const account of ['svc', 'sb-sg4', 'rsb-sg4', 'sgl-sg4', 'al', 'ops', 'antragsteller']) {
    const [hidden, absent] = await Promise.all(
      ['SICHERHEIT', 'GIBTESNICHT'].map((anliegen) => as(account).post('/api/cases', body({ anliegen }))),
    );
    t.is(hidden?.status, 400, account);
    t.is(hidden?.text, absent?.text);
  }
});

test('a hidden case has a number circle of its own', async (t) => {
  const hidden = await office.aHiddenCase();
  t.regex(hidden.aktenzeichen, /^SI-2026-\d{6}$/);
});

test('somebody with one name only is taken in without a dash, and lists and letters say that name', async (t) => {
  for (const [given, listed] of [
    [{ familienname: 'Suharto', vornamen: '' }, 'Suharto'],
    [{ familienname: undefined, vornamen: 'Wulandari' }, 'Wulandari'],
  ] as const) {
    const { status, body: opened } = await as('svc').post('/api/cases', body({ applicant: anApplicant(given) }));
    t.is(status, 201);
    const found = (await as('svc').get(`/api/cases/${opened.caseId}`)).body;
    t.true(found.nurEinName);
    t.deepEqual((await as('svc').get(`/api/cases?query=${listed}`)).body.items[0].person, listed);
    const letterId = await office.aLetter(opened.caseId);
    const { text } = await as('svc').get(`/briefe/${letterId}/druck`);
    t.regex(text, new RegExp(`<p class="recipient">${listed}<br>`));
  }
  t.is((await as('svc').post('/api/cases', body({ applicant: anApplicant({ familienname: ' ', vornamen: '' }) }))).status, 400);
});

test('other spellings and aliases are kept with all names of the person in one table', async (t) => {
  const applicant = anApplicant({ geburtsname: 'Sokolowa', aliasnamen: ['Sokolov, Ana', 'Anja'] });
  const { caseId } = await office.open({ applicant });
  t.deepEqual((await as('svc').get(`/api/cases/${caseId}`)).body.applicant.aliasnamen, ['Sokolov, Ana', 'Anja']);
  const names = await db('person_names')
    .join('cases', 'cases.person_id', 'person_names.person_id')
    .where('case_id', caseId)
    .orderBy('person_name_id')
    .select('kind', 'familienname', 'vornamen');
  t.deepEqual(names, [
    { kind: 'aktuell', familienname: applicant.familienname, vornamen: 'Kim' },
    { kind: 'geburtsname', familienname: 'Sokolowa', vornamen: 'Kim' },
    { kind: 'alias', familienname: 'Sokolov', vornamen: 'Ana' },
    { kind: 'alias', familienname: 'Anja', vornamen: '' },
  ]);
});

test('a person whom staff take in again is the same person', async (t) => {
  const applicant = anApplicant({ familienname: 'Müller-Lüdenscheid' });
  const first = await office.open({ applicant });
  const second = await office.open({
    applicant: { ...applicant, familienname: 'MUELLER LÜDENSCHEID', telefon: '0721 1330' },
    anliegen: 'FAMILIE',
  });
  const rows = await db('cases').whereIn('case_id', [first.caseId, second.caseId]).select('person_id');
  t.is(new Set(rows.map((row) => row.person_id)).size, 1);
  const { body: found } = await as('svc').get(`/api/cases/${second.caseId}`);
  t.regex(JSON.stringify(found.history), /schon bekannt/);
});

test('the same person taken in twice at once is one person', async (t) => {
  const applicant = anApplicant();
  const opened = await Promise.all(Array.from({ length: 6 }, () => office.open({ applicant })));
  const rows = await db('cases')
    .whereIn(
      'case_id',
      opened.map((each) => each.caseId),
    )
    .select('person_id');
  t.is(new Set(rows.map((row) => row.person_id)).size, 1);
});

test('an applicant does not write over the record of somebody with the same name and birthday', async (t) => {
  const applicant = anApplicant({ familienname: 'Vertraulich', email: 'wahr@example.org' });
  const staffCase = await office.aCase({ applicant });
  const copied = await office.aCase({ applicant: { ...applicant, email: 'fremd@example.org' }, by: 'antragsteller' });
  t.is((await as('sb-sg4').get(`/api/cases/${staffCase.caseId}`)).body.applicant.email, 'wahr@example.org');
  const seen = (await as('sb-sg4').get(`/api/cases/${copied.caseId}`)).body;
  t.is(seen.applicant.email, 'fremd@example.org');
  t.regex(JSON.stringify(seen.history), /bitte vergleichen/);
  // Their own record they do change.
  await office.open({ applicant: { ...applicant, email: 'neu@example.org' }, by: 'antragsteller' });
  t.is((await as('sb-sg4').get(`/api/cases/${copied.caseId}`)).body.applicant.email, 'neu@example.org');
});

test('an ordinary case of somebody who has a hidden one knows nothing of it', async (t) => {
  const applicant = anApplicant({ anschrift: 'Ringstraße 1' });
  await office.aHiddenCase({ applicant: { ...applicant, anschrift: 'Geheimer Ort 5' } });
  const { caseId } = await office.aCase({ applicant });
  const found = await as('sb-sg4').get(`/api/cases/${caseId}`);
  t.notRegex(found.text, /schon bekannt|vergleichen|Geheimer Ort|derselben Person/);
  t.is(found.body.applicant.anschrift, 'Ringstraße 1');
});
