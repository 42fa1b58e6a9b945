import test from 'ava';
import { listRelatives } from '../../../services/personfile/index.ts';
import type { User } from '../../../services/platform/route.ts';
import { findDemoAccount } from '../../../services/staff/index.ts';
import assignReminder from '../../../services/waits/workers/wiedervorlage-zuordnen.ts';
import { anApplicant, openOffice } from '../api/office.ts';
import { work } from '../authorities/work.ts';

/** The person's file: who reads and corrects it, and how two records become one and two again, by people and never by a machine. */
const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

const ABSENT = '11111111-1111-4111-8111-111111111111';
const path = (personId: string, rest = ''): string => `/api/persons/${personId}${rest}`;
const because = { reason: 'Laut Pass' };

const twoLikely = async (
  mine: Record<string, unknown> = {},
  other: Record<string, unknown> = {},
  sections: [string, string] = ['SG4', 'SG4'],
) => {
  const applicant = anApplicant();
  const one = await office.aCase({ applicant: { ...applicant, ...mine }, section: sections[0] });
  const two = await office.aCase({ applicant: { ...applicant, ...other }, section: sections[1] });
  return { applicant, one, two, oneId: await office.personOf(one.caseId), twoId: await office.personOf(two.caseId) };
};

const patch = (account: string, personId: string, payload: unknown, headers: Record<string, string> = {}) =>
  as(account).send({ method: 'PATCH', url: path(personId), payload, headers });

const linesOf = async (caseId: string): Promise<string> =>
  JSON.stringify(await db('case_history').where('case_id', caseId).orderBy('history_id').select('text'));

/** Everything the office knows of these people, as rows. */
const stateOf = async (...personIds: string[]) => ({
  persons: await db('persons')
    .whereIn('person_id', personIds)
    .orderBy('person_id')
    .select('person_id', 'details', 'familienname', 'vornamen', 'geburtsdatum', 'merged_into', 'family_id'),
  names: await db('person_names')
    .whereIn('person_id', personIds)
    .orderBy(['person_id', 'kind', 'familienname', 'vornamen'])
    .select('person_id', 'kind', 'familienname', 'vornamen'),
  cases: await db('cases').whereIn('person_id', personIds).orderBy('case_id').select('case_id', 'person_id'),
});

test('absent, hidden and not mine are answered alike, for every way to a person', async (t) => {
  const foreign = await office.personOf((await office.aCase({ section: 'SG2' })).caseId);
  const hidden = await office.personOf((await office.aHiddenCase()).caseId);
  const mine = await office.personOf((await office.aCase({ section: 'SG1' })).caseId);
  const ways = [
    (id: string) => as('sb-sg1').get(path(id)),
    (id: string) => patch('sb-sg1', id, { changes: { email: 'x@example.org' }, ...because }),
    (id: string) => as('sb-sg1').post(path(id, '/merge'), { with: mine, ...because }),
    (id: string) => as('sb-sg1').post(path(mine, '/merge'), { with: id, ...because }),
    (id: string) => as('sb-sg1').post(path(mine, '/different'), { from: id, ...because }),
    (id: string) => as('sb-sg1').post(path(id, '/separate'), because),
    (id: string) => as('sb-sg1').post(path(id, `/differences/${ABSENT}`), { take: true, ...because }),
    (id: string) => as('sb-sg1').post(path(id, '/relatives'), { aktenzeichen: 'AB-2026-000001', ...because }),
    (id: string) => as('sb-sg1').post(path(id, `/relatives/${ABSENT}/end`), because),
  ];
  for (const way of ways) {
    const answers = [];
    for (const id of [foreign, hidden, ABSENT]) answers.push(await way(id));
    t.deepEqual(
      answers.map((each) => each.status),
      [404, 404, 404],
    );
    t.is(new Set(answers.map((each) => each.text)).size, 1);
  }
  for (const account of ['antragsteller', 'al', 'con', 'pv', 'dsb', 'ops', 'wm', 'zd'])
    t.is((await as(account).get(path(mine))).status, 404, account);
  for (const account of ['svc', 'sgl-sg4', 'al', 'antragsteller']) t.is((await as(account).get(path(hidden))).status, 404, account);
  t.is((await as('sicherheit').get(path(hidden))).status, 200);
});

test('who works on a case reads all of the person, the counter who it is and how they are reached, others nothing; each reading is noted', async (t) => {
  const applicant = anApplicant({
    azrNummer: '123456789',
    passNummer: 'C01X00T47',
    anschrift: 'Weg 1',
    auskunftssperre: true,
    telefon: '0721 1',
  });
  const { caseId } = await office.aCase({ applicant });
  const personId = await office.personOf(caseId);
  const full = await as('sb-sg4').get(path(personId));
  t.deepEqual(full.body.person, applicant);
  t.is(full.headers.etag, '"1"');
  const counter = (await as('svc').get(path(personId))).body;
  t.like(counter, {
    level: 'status',
    person: { familienname: applicant.familienname, azrNummer: '…789', passNummer: '…T47', telefon: '0721 1', auskunftssperre: true },
  });
  t.notRegex(JSON.stringify(counter), /Weg 1|C01X00|123456/);
  for (const account of ['azubi', 'tel', 'notfall']) {
    const informed = (await as(account).get(path(personId))).text;
    t.notRegex(informed, new RegExp(`${applicant.familienname}|Weg 1|T47|0721`), account);
  }
  const noted = await db('audit')
    .where({ action: 'view person', object: `person ${personId}` })
    .select('actor', 'payload');
  t.deepEqual(noted.map((each) => each.actor).toSorted(), ['azubi', 'notfall', 'sb-sg4', 'svc', 'tel']);
  t.true(noted.every((each) => each.payload.persons.includes(personId)));
});

test('a clerk corrects name and address with a reason; what it was is kept, and lists, letters and mails go by the new', async (t) => {
  const applicant = anApplicant({ familienname: 'Schmitd', anschrift: 'Weg 1, 76131 Musterstadt' });
  const { caseId } = await office.aCase({ applicant });
  const personId = await office.personOf(caseId);
  const changes = {
    familienname: 'Schmidt',
    anschrift: 'Gasse 2, 76133 Musterstadt',
    einzugsdatum: '2026-06-01',
    email: 'neu@example.org',
    passNummer: 'C1-3',
  };
  const { status, body } = await patch('sb-sg4', personId, { changes, reason: 'Umzug und Tippfehler' });
  t.is(status, 200);
  t.like(body, { version: 2, person: changes, nurEinName: false });
  t.like(
    body.changes.find((each: { field: string }) => each.field === 'familienname'),
    { old: 'Schmitd', new: 'Schmidt', reason: 'Umzug und Tippfehler' },
  );
  t.is((await as('sb-sg4').get(`/api/cases/${caseId}`)).body.applicant.familienname, 'Schmidt');
  t.is(
    (await as('sb-sg4').get(`/api/cases?query=Schmidt`)).body.items.find((each: { caseId: string }) => each.caseId === caseId).person,
    'Schmidt, Kim',
  );
  t.regex((await as('sb-sg4').get(`/briefe/${await office.aLetter(caseId)}/druck`)).text, /Kim Schmidt<br>Gasse 2<br>76133 Musterstadt/);
  t.deepEqual(
    body.names.map((name: { kind: string; familienname: string }) => [name.kind, name.familienname]),
    [
      ['aktuell', 'Schmidt'],
      ['frueher', 'Schmitd'],
    ],
  );
  t.regex(
    await linesOf(caseId),
    /Angaben zur Person berichtigt: Familienname, Anschrift, wohnt dort seit, E-Mail, Passnummer. Grund: Umzug/,
  );
  t.notRegex(await linesOf(caseId), /Schmitd|Weg 1/);
  t.like(
    await db('audit')
      .where({ action: 'correct person', object: `person ${personId}` })
      .first(),
    { actor: 'sb-sg4', reason: 'Umzug und Tippfehler', case_id: caseId },
  );
});

test('a letter keeps the name and address it was written with; the next one bears what was corrected', async (t) => {
  const applicant = anApplicant({ familienname: 'Petrow', anschrift: 'Weg 1, 76131 Musterstadt' });
  const { caseId } = await office.aCase({ applicant });
  const printed = async (letterId: string): Promise<string> => (await as('sb-sg4').get(`/briefe/${letterId}/druck`)).text;
  const before = await office.aLetter(caseId);
  const first = await printed(before);
  t.regex(first, /Kim Petrow<br>Weg 1<br>76131 Musterstadt/);
  const changes = { familienname: 'Petrowa', anschrift: 'Gasse 2, 76133 Musterstadt' };
  t.is((await patch('sb-sg4', await office.personOf(caseId), { changes, ...because })).status, 200);
  t.is(await printed(before), first, 'a document is what it was');
  const after = await office.aLetter(caseId, 'danach');
  t.regex(await printed(after), /Kim Petrowa<br>Gasse 2<br>76133 Musterstadt/);
  const addressees = await db('letters').where('case_id', caseId).orderBy('business_key').pluck('addressee');
  t.deepEqual(addressees.map((each: { name: string }) => each.name).toSorted(), ['Kim Petrow', 'Kim Petrowa']);
});

test('the counter corrects how somebody is reached and nothing else; who only gives information corrects nothing', async (t) => {
  const { caseId } = await office.aCase();
  const personId = await office.personOf(caseId);
  t.is((await patch('svc', personId, { changes: { telefon: '0721 99' }, ...because })).status, 200);
  const refused = await patch('svc', personId, { changes: { telefon: '0721 98', geburtsdatum: '1991-01-01' }, ...because });
  t.like(refused, { status: 403 });
  t.regex(refused.body.message, /Geburtsdatum/);
  for (const account of ['azubi', 'tel', 'notfall'])
    t.is((await patch(account, personId, { changes: { telefon: '0721 97' }, ...because })).status, 403, account);
  t.is((await as('sb-sg4').get(path(personId))).body.person.telefon, '0721 99');
});

test('a correction needs a reason and values that intake would take; a person keeps a name and a way to be reached', async (t) => {
  const personId = await office.personOf((await office.aCase()).caseId);
  for (const wrong of [
    { changes: { email: 'x@example.org' } },
    { changes: { email: 'x@example.org' }, reason: '  ' },
    { changes: {}, ...because },
    { changes: { geburtsdatum: '2024-02-30' }, ...because },
    { changes: { lieblingsfarbe: 'blau' }, ...because },
    { changes: { familienname: null, vornamen: null }, ...because },
    { changes: { geburtsdatum: null }, ...because },
    { changes: { email: null }, ...because },
  ])
    t.is((await patch('sb-sg4', personId, wrong)).status, 400, JSON.stringify(wrong));
  t.is((await patch('sb-sg4', personId, { changes: { email: null, telefon: '0721 5' }, ...because })).status, 200);
  t.like((await patch('sb-sg4', personId, { changes: { vornamen: null }, ...because })).body, { nurEinName: true });
});

test('of two who correct the same person, the second is told, by version and by If-Match', async (t) => {
  const personId = await office.personOf((await office.aCase()).caseId);
  const edit = (telefon: string, version?: number) =>
    patch('sb-sg4', personId, { changes: { telefon }, ...because, ...(version ? { version } : {}) });
  t.is((await edit('0721 1', 1)).status, 200);
  const late = await edit('0721 2', 1);
  t.like(late, { status: 409, body: { details: { version: 2 } } });
  const both = await Promise.all([edit('0721 3', 2), edit('0721 4', 2)]);
  t.deepEqual(both.map((each: { status: number }) => each.status).toSorted(), [200, 409]);
  const headers = (version: string) => ({ 'if-match': version });
  t.is((await patch('sb-sg4', personId, { changes: { telefon: '0721 6' }, ...because }, headers('"1"'))).status, 409);
  t.is((await patch('sb-sg4', personId, { changes: { telefon: '0721 6' }, ...because }, headers('"3"'))).status, 200);
});

test('matches name likely people with reasons in words, for those who may open cases, as far as they may see them', async (t) => {
  const applicant = anApplicant({
    familienname: 'Nowak',
    vornamen: 'Ewa Maria',
    geburtsname: 'Zielinska',
    geburtsdatum: '1990-05-04',
    passNummer: 'PA 771',
    azrNummer: '990-1',
    geburtsort: 'Łódź',
  });
  const { caseId, aktenzeichen } = await office.aCase({ applicant, section: 'SG2' });
  const personId = await office.personOf(caseId);
  const find = async (change: Record<string, unknown>, by = 'sb-sg2') =>
    (await as(by).post('/api/persons/matches', { applicant: { ...anApplicant(), ...change } })).body.items.find(
      (each: { reasons: { code: string }[]; personId: string | null }) => each.personId === personId || each.personId === null,
    );
  const codes = (found: { reasons: { code: string }[] }) => found?.reasons.map((each) => each.code);
  const name = { familienname: 'Nowak', vornamen: 'Ewa Maria' };
  t.deepEqual(codes(await find({ passNummer: 'pa771', geburtsdatum: '1980-01-01' })), ['PASS']);
  t.deepEqual(codes(await find({ azrNummer: '9901', geburtsdatum: '1980-01-01' })), ['AZR']);
  t.deepEqual(codes(await find({ ...name, geburtsort: 'Łódź' })), ['NAME', 'GEBURTSTAG', 'GEBURTSORT']);
  t.deepEqual(codes(await find({ familienname: 'Ewa Maria', vornamen: 'Nowak' })), ['VERTAUSCHT', 'GEBURTSTAG']);
  t.deepEqual(codes(await find({ familienname: 'Novak', vornamen: 'Ewa Maria' })), ['SCHREIBWEISE', 'GEBURTSTAG']);
  t.deepEqual(codes(await find({ familienname: 'Zielinska', vornamen: 'Ewa Maria' })), ['FRUEHERER_NAME', 'GEBURTSTAG']);
  t.deepEqual(codes(await find({ ...name, geburtsdatum: '1990-00-00' })), ['NAME', 'GEBURTSTAG_UNVOLLSTAENDIG']);
  t.deepEqual(codes(await find({ ...name, geburtsdatum: '1990-04-05' })), ['NAME', 'GEBURTSTAG_VERTAUSCHT']);
  t.is(await find({ ...name, geburtsdatum: '1991-05-04' }), undefined);
  t.deepEqual(codes(await find({ familienname: 'NOWAK', vornamen: 'Éwa-Maria' })), ['NAME', 'GEBURTSTAG']);
  t.is(await find({ familienname: 'Kowalska', vornamen: 'Ewa' }), undefined);
  t.like(await find(name), { level: 'full', person: { passNummer: 'PA 771' }, cases: [{ aktenzeichen }] });
  t.regex((await find({ ...name, passNummer: 'Z9' })).against[0].text, /andere Passnummer/);
  t.like(await find(name, 'svc'), { level: 'status', person: { passNummer: '…771' } });
  // In another section one learns that there is somebody, and why, and no more.
  t.deepEqual(
    Object.entries(await find(name, 'sb-sg1')).filter(([key]) => key !== 'reasons'),
    [
      ['personId', null],
      ['level', 'none'],
      ['name', null],
      ['against', []],
      ['person', null],
      ['cases', []],
    ],
  );
  for (const account of ['antragsteller', 'al', 'tel', 'azubi', 'notfall', 'sgl-sg2', 'dsb'])
    t.is((await as(account).post('/api/persons/matches', { applicant })).status, 403, account);
  t.true((await office.audited({ action: 'match persons', actor: 'sb-sg1' })).length > 0);
});

test('somebody is found however another passport writes them, by the keys of the search, also with a birthday known in part', async (t) => {
  const codesOf = async (stored: object, said: object): Promise<string[] | undefined> => {
    const personId = await office.personOf((await office.aCase({ applicant: anApplicant(stored as Record<string, unknown>) })).caseId);
    const { items } = (await as('sb-sg4').post('/api/persons/matches', { applicant: anApplicant(said as Record<string, unknown>) })).body;
    return items.find((each: { personId: string }) => each.personId === personId)?.reasons.map((each: { code: string }) => each.code);
  };
  const born = (geburtsdatum: string) => ({ geburtsdatum });
  for (const [a, b] of [
    [
      ['Sokolow', 'Dmitri'],
      ['Sokolov', 'Dmitrij'],
    ],
    [
      ['Schewtschenko', 'Olena'],
      ['Шевченко', 'Олена'],
    ],
    [
      ['Ahmadi', 'Mohammad'],
      ['Ahmadi', 'Muhammed'],
    ],
    [
      ['Al-Hassan', 'Yusuf'],
      ['Alhassan', 'Youssef'],
    ],
    [
      ['Georgios', 'Ioannis'],
      ['Yeorgios', 'Giannis'],
    ],
  ] as const) {
    const [mine, theirs] = [a, b].map(([familienname, vornamen]) => ({ familienname, vornamen }));
    t.deepEqual(
      await codesOf({ ...mine, ...born('1984-03-17') }, { ...theirs, ...born('1984-03-17') }),
      ['SCHREIBWEISE', 'GEBURTSTAG'],
      `${a}`,
    );
    t.deepEqual(
      await codesOf({ ...mine, ...born('1985-00-00') }, { ...theirs, ...born('1985-04-02') }),
      ['SCHREIBWEISE', 'GEBURTSTAG_UNVOLLSTAENDIG'],
      `${a}`,
    );
    t.is(await codesOf({ ...mine, ...born('1986-01-01') }, { ...theirs, ...born('1987-02-02') }), undefined, `${a}`);
  }
});

test('people of hidden cases are nobody’s likely person outside their circle', async (t) => {
  const applicant = anApplicant({ passNummer: 'GEHEIM1', azrNummer: 'GEHEIM2' });
  const hidden = await office.aHiddenCase({ applicant });
  for (const account of ['svc', 'sb-sg4', 'rsb-sg4'])
    t.deepEqual((await as(account).post('/api/persons/matches', { applicant })).body, { items: [] });
  t.is((await as('sicherheit').post('/api/persons/matches', { applicant })).body.items[0].personId, await office.personOf(hidden.caseId));
  const open = await office.aCase({ applicant });
  const seen = (await as('sb-sg4').get(path(await office.personOf(open.caseId)))).body;
  t.deepEqual([seen.likely, seen.differences, seen.merges], [[], [], []]);
  t.notRegex(await linesOf(hidden.caseId), /vergleichen/);
});

test('both sides show the likely person with what is the same and what is not', async (t) => {
  const { applicant, oneId, twoId } = await twoLikely({ passNummer: 'P1-9' }, { passNummer: 'P2-9', telefon: '0721 2' });
  for (const [mine, other] of [
    [oneId, twoId],
    [twoId, oneId],
  ] as const) {
    const [likely, ...more] = (await as('sb-sg4').get(path(mine))).body.likely;
    t.deepEqual(more, []);
    t.like(likely, { personId: other, decision: 'offen' });
    const field = (name: string) => likely.fields.find((each: { field: string }) => each.field === name);
    t.like(field('familienname'), { mine: applicant.familienname, other: applicant.familienname, same: true });
    t.like(field('passNummer'), { same: false });
    t.is(field('telefon').same, false);
  }
});

test('who does not see the other section learns only that somebody is alike; the counter compares and decides', async (t) => {
  const { oneId, twoId } = await twoLikely({}, {}, ['SG1', 'SG2']);
  t.like((await as('sb-sg1').get(path(oneId))).body.likely, [{ personId: null, name: null, fields: [] }]);
  t.is((await as('sb-sg1').post(path(oneId, '/merge'), { with: twoId, ...because })).status, 404);
  t.is((await as('svc').post(path(oneId, '/merge'), { with: twoId, ...because })).status, 200);
});

const asked = async (caseId: string): Promise<number> => (await linesOf(caseId)).split('bitte vergleichen').length - 1;

test('each pair is told of once, on both sides, whoever corrects what afterwards', async (t) => {
  const { applicant, one, two, oneId } = await twoLikely();
  t.deepEqual([await asked(one.caseId), await asked(two.caseId)], [1, 1]);
  for (const vornamen of ['Kim Alex', applicant.vornamen, 'KIM'])
    await patch('sb-sg4', oneId, { changes: { vornamen }, reason: 'Tippfehler' });
  t.deepEqual([await asked(one.caseId), await asked(two.caseId)], [1, 1]);
  const three = await office.aCase({ applicant });
  t.deepEqual(await Promise.all([one, two, three].map((each) => asked(each.caseId))), [2, 2, 1]);
  // A correction that makes somebody likely for the first time says so to both.
  const other = await office.aCase();
  const otherId = await office.personOf(other.caseId);
  t.is(await asked(other.caseId), 0);
  await patch('sb-sg4', otherId, { changes: { familienname: applicant.familienname }, ...because });
  t.deepEqual(await Promise.all([one, two, three, other].map((each) => asked(each.caseId))), [3, 3, 2, 1]);
});

test('what somebody has told apart stays told apart when one of the two is joined with a third', async (t) => {
  const { applicant, two, oneId, twoId } = await twoLikely();
  t.is((await as('sb-sg4').post(path(oneId, '/different'), { from: twoId, reason: 'Zwei Pässe liegen vor' })).status, 200);
  const again = await office.aCase({ applicant });
  t.is((await as('sb-sg4').post(path(oneId, '/merge'), { with: await office.personOf(again.caseId), ...because })).status, 200);
  const open = async (personId: string): Promise<string[]> =>
    (await as('sb-sg4').get(path(personId))).body.likely
      .filter((each: { decision: string }) => each.decision === 'offen')
      .map((each: { personId: string }) => each.personId);
  t.deepEqual([await open(oneId), await open(twoId)], [[], []]);
  const lines = await asked(two.caseId);
  await patch('sb-sg4', oneId, { changes: { vornamen: 'Kim Alex' }, ...because });
  await patch('sb-sg4', oneId, { changes: { vornamen: applicant.vornamen }, ...because });
  t.is(await asked(two.caseId), lines);
  // Parted again, the third record is one that nobody has compared yet.
  const { separated } = (await as('sb-sg4').post(path(oneId, '/separate'), because)).body;
  t.deepEqual(await open(separated), [twoId]);
});

/** A paper's renewal, booked some days ago. */
const aRenewal = async (caseId: string, until = '2026-09-01T21:59:59Z'): Promise<string> => {
  const warteId = await office.aWait(caseId, { kind: 'verlaengerung', until, expected: [] });
  await db('waits')
    .where('warte_id', warteId)
    .update({ begun_at: new Date('2026-06-01T08:00:00Z') });
  return warteId;
};
const dropped = async (warteId: string): Promise<boolean> =>
  (await office.outbox('publish-message', warteId)).some((each) => each.name === 'verlaengerung-entfaellt');
const bookedAnew = async (caseId: string): Promise<unknown[]> =>
  (await office.outbox('publish-message', caseId))
    .filter((each) => each.name === 'duldung-verlaengerung-vormerken')
    .map((each) => each.variables);

test('a renewal that gave way to an application of somebody else is booked again once the two are told apart', async (t) => {
  const applicant = anApplicant();
  const one = await office.aCase({ applicant });
  const warteId = await aRenewal(one.caseId);
  const two = await office.aCase({ applicant });
  t.true(await dropped(warteId));
  t.deepEqual(await bookedAnew(one.caseId), []);
  const apart = async () =>
    as('sb-sg4').post(path(await office.personOf(two.caseId), '/different'), { from: await office.personOf(one.caseId), ...because });
  t.is((await apart()).status, 200);
  t.deepEqual(await bookedAnew(one.caseId), [{ caseId: one.caseId, wunschFrist: '2026-09-01' }]);
  t.regex(await linesOf(one.caseId), /Die Verlängerung wird wieder vorgemerkt/);
  t.is((await apart()).status, 200);
  t.is((await bookedAnew(one.caseId)).length, 1, 'said twice it is booked once');
});

test('told apart from somebody else, a renewal that still stands or that the person’s own application has replaced is left alone', async (t) => {
  const { one, two, oneId, twoId } = await twoLikely({ email: 'eins@example.org' }, { email: 'zwei@example.org' });
  const standing = await aRenewal(two.caseId);
  const replaced = await aRenewal(one.caseId);
  await office.aCase({ personId: oneId, applicant: { email: 'eins@example.org' } });
  t.deepEqual([await dropped(replaced), await dropped(standing)], [true, false]);
  t.is((await as('sb-sg4').post(path(oneId, '/different'), { from: twoId, ...because })).status, 200);
  t.deepEqual([await bookedAnew(one.caseId), await bookedAnew(two.caseId)], [[], []]);
});

test('records that were joined wrongly get their renewals back when they are parted, on the day that is left', async (t) => {
  const { one, two, oneId, twoId } = await twoLikely({ email: 'eins@example.org' }, { email: 'zwei@example.org' });
  const warteId = await aRenewal(one.caseId, '2026-06-03T21:59:59Z');
  t.is((await as('sb-sg4').post(path(oneId, '/merge'), { with: twoId, ...because })).status, 200);
  t.true(await dropped(warteId));
  t.regex(await linesOf(one.caseId), new RegExp(`entfällt: neuer Antrag ${two.aktenzeichen}`));
  t.is((await as('sb-sg4').post(path(oneId, '/separate'), because)).status, 200);
  const tomorrow = '2026-06-09';
  t.deepEqual(await bookedAnew(one.caseId), [{ caseId: one.caseId, wunschFrist: tomorrow }]);
});

test('who cannot compare asks the service, once, with a reason; it gets a task for today and reads why', async (t) => {
  const { one, oneId, two, twoId } = await twoLikely({}, {}, ['SG1', 'SG2']);
  const ask = (by: string, personId: string, caseId: string) =>
    as(by).post(path(personId, '/comparison'), { caseId, reason: 'Zwei Pässe, ein Gesicht' });
  for (const account of ['sb-sg2', 'al', 'antragsteller']) t.is((await ask(account, oneId, one.caseId)).status, 404, account);
  t.is((await ask('svc', oneId, one.caseId)).status, 403, 'who sees both compares');
  t.is((await ask('sb-sg1', oneId, two.caseId)).status, 404, 'not a case of mine');
  const { status, body } = await ask('sb-sg1', oneId, one.caseId);
  t.is(status, 200);
  t.like(body.likely, [{ personId: null, asked: { reason: 'Zwei Pässe, ein Gesicht' } }]);
  t.is((await ask('sb-sg1', oneId, one.caseId)).status, 409);
  t.regex(await linesOf(one.caseId), /Der Service ist gebeten, die Akten zu vergleichen: Zwei Pässe, ein Gesicht/);
  t.notRegex(await linesOf(two.caseId), /gebeten/);
  const [booked, ...more] = (await office.outbox('publish-message', one.caseId)).filter((each) => each.name === 'wiedervorlage-vormerken');
  t.deepEqual(more, []);
  t.deepEqual(booked?.variables, { caseId: one.caseId, wunschFrist: '2026-06-08', vorlageRolle: 'svc' });
  t.like(await work(office.deps, assignReminder, { caseId: one.caseId, vorlageRolle: 'svc' }), { rolle: 'svc', sachgebiet: 'SG1' });
  t.like((await as('svc').get(path(oneId))).body.likely, [{ personId: twoId, asked: { reason: 'Zwei Pässe, ein Gesicht' } }]);
  t.is((await as('svc').post(path(oneId, '/different'), { from: twoId, ...because })).status, 200);
  t.is((await ask('sb-sg2', twoId, two.caseId)).status, 409, 'decided');
});

test('told apart once, two people are never asked about again, and nothing holds them together', async (t) => {
  const { applicant, one, two, oneId, twoId } = await twoLikely();
  const { status, body } = await as('sb-sg4').post(path(oneId, '/different'), { from: twoId, reason: 'Zwei Pässe liegen vor' });
  t.is(status, 200);
  t.like(body.likely, [{ personId: twoId, decision: 'verschieden', reason: 'Zwei Pässe liegen vor' }]);
  const families = await db('persons').whereIn('person_id', [oneId, twoId]).distinct('family_id');
  t.is(families.length, 2);
  for (const each of [one, two]) t.regex(await linesOf(each.caseId), /es sind verschiedene Personen. Grund: Zwei Pässe/);
  // A correction looks again, and finds that somebody has decided.
  await patch('sb-sg4', oneId, { changes: { vornamen: 'Kim Alex' }, ...because });
  await patch('sb-sg4', oneId, { changes: { vornamen: applicant.vornamen }, ...because });
  t.like((await as('sb-sg4').get(path(oneId))).body.likely, [{ decision: 'verschieden' }]);
});

test('joined, they are one person: gaps filled, differences chosen or left open, all cases under one, mail to the chosen address', async (t) => {
  const { one, two, oneId, twoId } = await twoLikely(
    { email: 'eins@example.org', passNummer: 'P1-12', geburtsort: 'Herat' },
    { email: 'zwei@example.org', passNummer: 'P2-12', geburtsort: 'Kabul', telefon: '0721 2' },
  );
  const { status, body } = await as('sb-sg4').post(path(oneId, '/merge'), {
    with: twoId,
    reason: 'Neuer Pass vorgelegt',
    choices: { passNummer: 'other', geburtsort: 'mine' },
    version: 1,
    withVersion: 1,
  });
  t.is(status, 200);
  t.like(body, { personId: oneId, person: { passNummer: 'P2-12', geburtsort: 'Herat', telefon: '0721 2', email: 'eins@example.org' } });
  t.like(body.differences, [{ field: 'email', value: 'zwei@example.org', current: 'eins@example.org' }]);
  t.is(body.differences.length, 1);
  t.is(await office.personOf(two.caseId), oneId);
  for (const each of [one, two]) t.regex(await linesOf(each.caseId), /Als dieselbe Person zusammengeführt. Grund: Neuer Pass vorgelegt/);
  t.like((await as('sb-sg4').get(`/api/cases/${one.caseId}`)).body.otherCases, [{ caseId: two.caseId, aktenzeichen: two.aktenzeichen }]);
  // The old id leads to the one that counts.
  t.is((await as('sb-sg4').get(path(twoId))).body.personId, oneId);
  const [open] = body.differences;
  const decided = await as('sb-sg4').post(path(oneId, `/differences/${open.differenceId}`), { take: true, reason: 'Von ihr bestätigt' });
  t.like(decided.body, { person: { email: 'zwei@example.org' }, differences: [] });
  t.is((await as('sb-sg4').post(path(oneId, `/differences/${open.differenceId}`), { take: false, ...because })).status, 409);
  t.is((await as('sb-sg4').get(`/api/cases/${two.caseId}`)).body.applicant.email, 'zwei@example.org');
});

test('of two who decide about the same records, the second is told', async (t) => {
  const { oneId, twoId } = await twoLikely();
  await patch('sb-sg4', twoId, { changes: { telefon: '0721 8' }, ...because });
  t.is((await as('sb-sg4').post(path(oneId, '/merge'), { with: twoId, ...because, version: 1, withVersion: 1 })).status, 409);
  const both = await Promise.all([
    as('sb-sg4').post(path(oneId, '/merge'), { with: twoId, ...because, version: 1, withVersion: 2 }),
    as('sb-sg4').post(path(twoId, '/merge'), { with: oneId, ...because, version: 2, withVersion: 1 }),
  ]);
  const statuses = both.map((each: { status: number }) => each.status).toSorted();
  t.is(statuses[0], 200);
  t.true([404, 409].includes(statuses[1] ?? 0), String(statuses));
});

test('a wrong merge is taken apart to the letter, and what was corrected since stays with the one it was corrected for', async (t) => {
  const { one, two, oneId, twoId } = await twoLikely(
    { email: 'eins@example.org', passNummer: 'P1-14', aliasnamen: ['Eins, A'] },
    { email: 'zwei@example.org', passNummer: 'P2-14', geburtsname: 'Zwei', telefon: '0721 2' },
  );
  const before = await stateOf(oneId, twoId);
  const merge = () => as('sb-sg4').post(path(oneId, '/merge'), { with: twoId, ...because, choices: { email: 'other' } });
  t.is((await merge()).status, 200);
  const undone = await as('sb-sg4').post(path(oneId, '/separate'), { reason: 'Es sind Vater und Sohn' });
  t.like(undone, { status: 200, body: { personId: oneId, separated: twoId } });
  t.deepEqual(await stateOf(oneId, twoId), before);
  for (const each of [one, two])
    t.regex(await linesOf(each.caseId), /Zusammenführung zurückgenommen: es sind verschiedene Personen. Grund: Es sind Vater und Sohn/);
  const file = (await as('sb-sg4').get(path(oneId))).body;
  t.like(file.merges, [{ undoneReason: 'Es sind Vater und Sohn' }]);
  t.like(file.likely, [{ decision: 'verschieden' }]);
  t.is((await as('sb-sg4').post(path(oneId, '/separate'), because)).status, 409);

  t.is((await merge()).status, 200);
  await patch('sb-sg4', oneId, { changes: { geburtsort: 'Herat' }, ...because });
  const later = await office.aCase({ personId: oneId, applicant: { ...(await as('sb-sg4').get(path(oneId))).body.person } });
  t.is((await as('sb-sg4').post(path(oneId, '/separate'), { ...because, caseIds: [later.caseId] })).status, 200);
  t.like((await as('sb-sg4').get(path(oneId))).body.person, { email: 'eins@example.org', passNummer: 'P1-14', geburtsort: 'Herat' });
  t.is(await office.personOf(later.caseId), twoId);
  t.is((await as('sb-sg4').get(path(twoId))).body.person.geburtsort, undefined);
});

test('an Aktenzeichen given at intake tells whose it is only to who may open that case; a link is made and removed with a reason', async (t) => {
  const mother = await office.aCase({ applicant: anApplicant({ vornamen: 'Mutter' }), section: 'SG2' });
  const child = await office.aCase({ by: 'sb-sg4', section: 'SG4', facts: { angehoerigerVon: mother.aktenzeichen } });
  const [childId, motherId] = [await office.personOf(child.caseId), await office.personOf(mother.caseId)];
  const relatives = async (by: string) => (await as(by).get(`/api/cases/${child.caseId}`)).body.relatives;
  t.like(await relatives('sb-sg4'), [{ personId: null, name: null, relation: null, cases: [] }]);
  for (const url of [`/api/cases/${child.caseId}`, path(childId)])
    t.notRegex((await as('sb-sg4').get(url)).text, new RegExp(`Mutter|${motherId}|${mother.caseId}`), url);
  // The mother's clerk learns as little of the child.
  t.like((await as('sb-sg2').get(`/api/cases/${mother.caseId}`)).body.relatives, [{ personId: null, name: null, cases: [] }]);
  // At the counter, which compares records of all sections, and on the phone, where names of other sections are masked.
  const named = async (account: string) => (await listRelatives(db, findDemoAccount(account) as User, [childId])).map((each) => each.name);
  t.regex((await named('svc'))[0] ?? '', /, Mutter$/);
  for (const account of ['tel', 'azubi', 'al', 'sb-sg1']) t.deepEqual(await named(account), [null], account);
  // Once the mother's matter is theirs, they know.
  await db('cases').where('case_id', mother.caseId).update({ section: 'SG4' });
  t.like(await relatives('sb-sg4'), [{ personId: motherId, cases: [{ aktenzeichen: mother.aktenzeichen }] }]);
  t.regex((await relatives('sb-sg4'))[0].name, /, Mutter$/);
  await db('cases').where('case_id', mother.caseId).update({ section: 'SG2' });
  // Of a hidden matter or absent: alike, and nothing is taken in.
  const secret = await office.aHiddenCase();
  const given = (aktenzeichen: string) =>
    as('sb-sg4').post('/api/cases', { anliegen: 'DULDUNG', applicant: anApplicant(), facts: { angehoerigerVon: aktenzeichen } });
  const unknown = await given('AB-2026-999999');
  t.is(unknown.status, 400);
  t.deepEqual(await given(secret.aktenzeichen), unknown);
  const [{ relationId }] = await relatives('sb-sg4');
  const end = () => as('sb-sg4').post(path(childId, `/relatives/${relationId}/end`), { reason: 'Falsch angegeben' });
  t.like((await end()).body, { relatives: [] });
  t.is((await end()).status, 404);
  const sister = await office.aCase({ section: 'SG4' });
  const link = (aktenzeichen: string) =>
    as('sb-sg4').post(path(childId, '/relatives'), { aktenzeichen, relation: 'GESCHWISTER', reason: 'Geburtsurkunde' });
  t.is((await link(sister.aktenzeichen)).status, 201);
  t.is((await link(sister.aktenzeichen)).status, 409);
  t.like(await relatives('sb-sg4'), [
    { relation: 'GESCHWISTER', reason: 'Geburtsurkunde', cases: [{ aktenzeichen: sister.aktenzeichen }] },
  ]);
  t.like((await as('sb-sg4').get(`/api/cases/${sister.caseId}`)).body.relatives, [{ relation: 'GESCHWISTER' }]);
  // Of another section, hidden or absent: alike.
  const hidden = await office.aHiddenCase();
  const refused = [await link(mother.aktenzeichen), await link(hidden.aktenzeichen), await link('AB-2026-999999')];
  t.deepEqual(
    refused.map((each) => each.status),
    [400, 400, 400],
  );
  t.is(new Set(refused.map((each) => each.text)).size, 1);
});

test('the other cases of the same person stand at each case, as far as one may see them', async (t) => {
  const one = await office.aCase({ section: 'SG4' });
  const personId = await office.personOf(one.caseId);
  const two = await office.aCase({ section: 'SG2', personId });
  const three = await office.aCase({ section: 'SG4', personId });
  const others = async (by: string, caseId: string) =>
    (await as(by).get(`/api/cases/${caseId}`)).body.otherCases.map((each: { caseId: string }) => each.caseId).toSorted();
  t.deepEqual(await others('sb-sg4', one.caseId), [three.caseId]);
  t.deepEqual(await others('sb-sg2', two.caseId), []);
  t.notRegex((await as('sb-sg4').get(`/api/cases/${one.caseId}`)).text, new RegExp(two.aktenzeichen));
});
