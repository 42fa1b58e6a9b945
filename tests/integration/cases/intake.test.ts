import test from 'ava';
import fc from 'fast-check';
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
    // Who opens no cases at all hears that first, whatever the matter is called.
    t.is(hidden?.status, ['sgl-sg4', 'al', 'ops'].includes(account) ? 403 : 400, account);
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

const personOf = async (caseId: string) =>
  (await db('cases')
    .join('persons', 'persons.person_id', 'cases.person_id')
    .where('case_id', caseId)
    .first('persons.person_id', 'details', 'version')) as {
    person_id: string;
    details: Record<string, unknown>;
    version: number;
  };
const linesOf = async (caseId: string): Promise<string> => JSON.stringify(await db('case_history').where('case_id', caseId).select('text'));

test('two people with one name and an unknown birthday stay two, nothing of the first is written over, and both cases say so', async (t) => {
  const one = anApplicant({
    familienname: 'Ahmadi',
    vornamen: 'Mohammad',
    geburtsdatum: '1990-00-00',
    passNummer: 'P00000001',
    geburtsort: 'Herat',
    anschrift: 'Musterweg 1, 76131 Musterstadt',
    email: 'eins@example.org',
    telefon: '0721 1',
  });
  const first = await office.aCase({ applicant: one });
  const before = await personOf(first.caseId);
  const other = {
    ...one,
    passNummer: 'P00000002',
    geburtsort: 'Kabul',
    anschrift: 'Testgasse 9, 76133 Musterstadt',
    email: 'zwei@example.org',
    telefon: '0721 2',
  };
  const second = await office.aCase({ applicant: other });
  t.deepEqual(await personOf(first.caseId), before);
  t.like((await as('sb-sg4').get(`/api/cases/${first.caseId}`)).body.applicant, one);
  t.like((await as('sb-sg4').get(`/api/cases/${second.caseId}`)).body.applicant, other);
  t.not((await personOf(second.caseId)).person_id, before.person_id);
  t.regex(await linesOf(first.caseId), /wahrscheinlich dieselbe Person aufgenommen worden: bitte vergleichen/);
  t.regex(
    await linesOf(second.caseId),
    /Wahrscheinlich ist dieselbe Person schon bekannt \(gleicher Name, gleicher Geburtstag\): bitte vergleichen/,
  );
  t.notRegex(await linesOf(first.caseId), new RegExp(second.aktenzeichen));
});

test('with the person named, a case joins it; gaps are filled, and what differs is kept for a decision', async (t) => {
  const applicant = anApplicant({ familienname: 'Müller-Lüdenscheid', passNummer: 'A 1' });
  const first = await office.aCase({ applicant });
  const { person_id: personId } = await personOf(first.caseId);
  const again = {
    ...applicant,
    familienname: 'MUELLER LÜDENSCHEID',
    passNummer: 'B2',
    telefon: '0721 1330',
    titelGueltigBis: '2027-01-01',
  };
  const { status, body: second } = await as('svc').post('/api/cases', { ...body({ applicant: again }), personId });
  t.is(status, 201);
  const now = await personOf(second.caseId);
  t.is(now.person_id, personId);
  t.deepEqual(now.details, { ...applicant, telefon: '0721 1330' });
  const kept = await db('person_differences').where('person_id', personId).orderBy('field').select('field', 'value', 'case_id');
  t.deepEqual(kept, [
    { field: 'familienname', value: 'MUELLER LÜDENSCHEID', case_id: second.caseId },
    { field: 'passNummer', value: 'B2', case_id: second.caseId },
  ]);
  t.regex(await linesOf(second.caseId), /bitte entscheiden/);
  const [change] = await db('person_changes').where('person_id', personId).select('field', 'old', 'new', 'by');
  t.deepEqual(change, { field: 'telefon', old: null, new: '0721 1330', by: 'svc' });
  // A title belongs to the application that tells of it, not to the person.
  t.is((await as('svc').get(`/api/cases/${second.caseId}`)).body.applicant.titelGueltigBis, '2027-01-01');
  await office.route(second.caseId);
  t.is((await as('sb-sg4').get(`/api/cases/${first.caseId}`)).body.applicant.titelGueltigBis, undefined);
});

test('only a person one may see can be named; absent, hidden and not mine are answered alike', async (t) => {
  const { caseId } = await office.aCase({ section: 'SG2' });
  const { person_id: personId } = await personOf(caseId);
  const hidden = await personOf((await office.aHiddenCase()).caseId);
  const refused = await Promise.all(
    [personId, hidden.person_id, '11111111-1111-4111-8111-111111111111'].map((id) =>
      as('sb-sg1').post('/api/cases', { ...body(), personId: id }),
    ),
  );
  t.deepEqual(
    refused.map((each) => each.status),
    [404, 404, 404],
  );
  t.is(new Set(refused.map((each) => each.text)).size, 1);
  t.is((await as('antragsteller').post('/api/cases', { ...body(), personId })).status, 404);
  // Not even who sees both mixes the circles.
  t.is((await as('sicherheit').post('/api/cases', { ...body(), personId: hidden.person_id })).status, 404);
});

test('the same person taken in six times at once stays six records, each marked with all others', async (t) => {
  const applicant = anApplicant();
  const opened = await Promise.all(Array.from({ length: 6 }, () => office.open({ applicant })));
  const people = await Promise.all(opened.map(async (each) => (await personOf(each.caseId)).person_id));
  t.is(new Set(people).size, 6);
  t.is((await db('person_likely').whereIn('one_id', people)).length, 15);
  t.is(new Set((await db('persons').whereIn('person_id', people).select('family_id')).map((row) => row.family_id)).size, 1);
});

test('an applicant does not write over the record of somebody with the same name and birthday', async (t) => {
  const applicant = anApplicant({ familienname: 'Vertraulich', email: 'wahr@example.org' });
  const staffCase = await office.aCase({ applicant });
  const copied = await office.aCase({ applicant: { ...applicant, email: 'fremd@example.org' }, by: 'antragsteller' });
  t.is((await as('sb-sg4').get(`/api/cases/${staffCase.caseId}`)).body.applicant.email, 'wahr@example.org');
  const seen = (await as('sb-sg4').get(`/api/cases/${copied.caseId}`)).body;
  t.is(seen.applicant.email, 'fremd@example.org');
  t.regex(JSON.stringify(seen.history), /bitte vergleichen/);
});

test('the own account comes back to its own record; what it says differently waits for a clerk', async (t) => {
  const applicant = anApplicant({ email: 'alt@example.org' });
  const first = await office.aCase({ applicant, by: 'antragsteller' });
  const second = await office.aCase({ applicant: { ...applicant, email: 'neu@example.org', geburtsort: 'Ulm' }, by: 'antragsteller' });
  const person = await personOf(first.caseId);
  t.is((await personOf(second.caseId)).person_id, person.person_id);
  t.like(person.details, { email: 'alt@example.org', geburtsort: 'Ulm' });
  t.like(await db('person_differences').where('person_id', person.person_id).first(), { field: 'email', value: 'neu@example.org' });
});

for (const [field, one, other] of [
  ['passNummer', 'P1', 'P2'],
  ['azrNummer', 'A1', 'A2'],
  ['geburtsort', 'Herat', 'Kabul'],
] as const)
  test(`not even the own account comes to a record with another ${field}`, async (t) => {
    const applicant = anApplicant({ [field]: one });
    const first = await office.open({ applicant, by: 'antragsteller' });
    const second = await office.open({ applicant: { ...applicant, [field]: other }, by: 'antragsteller' });
    t.not((await personOf(first.caseId)).person_id, (await personOf(second.caseId)).person_id);
    t.regex(await linesOf(second.caseId), /bitte vergleichen/);
  });

test('no sequence of intakes ever changes what is known of somebody else', async (t) => {
  const one = fc.record(
    {
      familienname: fc.constantFrom('Kanal', 'Kanall', 'Kim', ''),
      vornamen: fc.constantFrom('Kim', 'Kanal'),
      geburtsdatum: fc.constantFrom('1990-00-00', '1990-05-04', '1990-04-05', '1990-05-00'),
      email: fc.constantFrom('a@example.org', 'b@example.org'),
      passNummer: fc.constantFrom('P1', 'P 1', 'P2'),
      azrNummer: fc.constantFrom('Z1', 'Z2'),
      geburtsort: fc.constantFrom('Herat', 'Kabul'),
      anschrift: fc.constantFrom('Weg 1', 'Weg 2'),
    },
    { requiredKeys: ['familienname', 'vornamen', 'geburtsdatum', 'email'] },
  );
  const intake = fc.record({ applicant: one, by: fc.constantFrom('svc', 'sb-sg4', 'antragsteller', 'sicherheit'), named: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(intake, { minLength: 2, maxLength: 6 }), async (intakes) => {
      const known = new Map<string, Record<string, unknown>>();
      let last: string | undefined;
      for (const { applicant, by, named } of intakes) {
        const anliegen = by === 'sicherheit' ? 'SICHERHEIT' : 'DULDUNG';
        const personId = named && by === 'svc' && last ? { personId: last } : {};
        const { status, body: opened } = await as(by).post('/api/cases', {
          ...body({ applicant: { ...anApplicant(), ...applicant }, anliegen }),
          ...personId,
        });
        if (status !== 201) return false;
        const mine = (await personOf(opened.caseId)).person_id;
        if (by === 'svc') last = mine;
        for (const [id, details] of known) {
          const row = (await db('persons').where('person_id', id).first('details')) as { details: Record<string, unknown> };
          // The person it is may gain what was not known; nobody's data ever change.
          const kept = id === mine ? Object.fromEntries(Object.keys(details).map((field) => [field, row.details[field]])) : row.details;
          t.deepEqual(kept, details);
        }
        known.set(mine, ((await db('persons').where('person_id', mine).first('details')) as { details: Record<string, unknown> }).details);
      }
      return true;
    }),
    { numRuns: 25 },
  );
});

test('an ordinary case of somebody who has a hidden one knows nothing of it', async (t) => {
  const applicant = anApplicant({ anschrift: 'Ringstraße 1' });
  await office.aHiddenCase({ applicant: { ...applicant, anschrift: 'Geheimer Ort 5' } });
  const { caseId } = await office.aCase({ applicant });
  const found = await as('sb-sg4').get(`/api/cases/${caseId}`);
  t.notRegex(found.text, /schon bekannt|vergleichen|Geheimer Ort|derselben Person/);
  t.is(found.body.applicant.anschrift, 'Ringstraße 1');
});

const notFacts: Record<string, unknown> = {
  beantragteNorm: 'Aalhof Probe, geb. 1.1.1990, HIV positiv',
  qualifikationArt: 'HOCHSCHULE oder was auch immer',
  bruttoJahr: '=1+1',
  fehlend: ['PASS und mein Name'],
  vorgangsart: 1,
  duldungsgrund: { $ne: null },
  wunschFrist: '2024-02-30',
};
for (const [name, value] of Object.entries(notFacts))
  test(`the fact ${name} is one its form would take: the engine never holds what people write`, async (t) => {
    const refused = await as('antragsteller').post('/api/cases', body({ facts: { [name]: value } }));
    t.is(refused.status, 400);
    t.deepEqual(refused.body.details, [{ field: `facts.${name}`, message: 'diese Angabe passt nicht' }]);
    t.false(JSON.stringify(refused.body).includes('Aalhof'));
  });

test('a salary below nothing is none', async (t) => {
  for (const bruttoJahr of [-1, -0.01, 1e308]) t.is((await as('svc').post('/api/cases', body({ facts: { bruttoJahr } }))).status, 400);
  t.is((await as('svc').post('/api/cases', body({ facts: { bruttoJahr: 48_300, beantragteNorm: '18b', fehlend: ['PASS'] } }))).status, 201);
});
