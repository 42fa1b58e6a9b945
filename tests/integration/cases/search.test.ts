import { createHash } from 'node:crypto';
import test from 'ava';
import { findsName } from '../../unit/search/finds.ts';
import { openOffice } from '../api/office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

type Row = { caseId: string; person: string };
const search = async (q: string, account = 'sb-sg4') => (await as(account).get(`/api/search?q=${encodeURIComponent(q)}&limit=50`)).body;
const found = async (q: string, account?: string): Promise<string[]> => (await search(q, account)).cases.map((each: Row) => each.caseId);
const listed = async (q: string, account = 'sb-sg4'): Promise<string[]> =>
  (await as(account).get(`/api/cases?query=${encodeURIComponent(q)}&limit=200`)).body.items.map((each: Row) => each.caseId);
const aPerson = async (applicant: Record<string, unknown>, more: Parameters<typeof office.aCase>[0] = {}) =>
  office.aCase({ ...more, applicant });

test.serial('names are found however they are typed, in the search and in the lists', async (t) => {
  const people: [family: string, given: string, ...typed: string[]][] = [
    ['Yıldız', 'Şükrü', 'YILDIZ', 'Yildiz', 'yıldız sukru'],
    ['Łukaszewicz', 'Zoë', 'Lukaszewicz', 'zoe lukaszewicz'],
    ['Đorđević', 'Đurđa', 'Dordevic', 'Djordjevic', 'Ђорђевић'],
    ['Öztürk', 'Gül', 'Ozturk', 'Oeztuerk', 'GUEL OEZTUERK'],
    ["O'Brien", 'Aoife', 'OBrien', 'O Brien', 'O’Brien'],
    ['Al-Hassan', 'Karim', 'Alhassan', 'Al Hassan', 'Kareem El-Hassan'],
    ['Müller', 'Søren', 'Muller', 'Mueller', 'Soren', 'Soeren'],
    ['Sokolow', 'Юлия', 'Sokoloff', 'Соколов', 'Yulia', 'Julija Sokolov'],
    ['Ahmadi', 'Mohammad', 'Muhammed', 'محمد', 'Mohamed Ahmadi'],
    ['Papadopoulos', 'Georgios', 'Γεώργιος', 'Yeorgios Papadopoulos'],
    ['Zwilling Lina', 'Maria', 'Zwilling, Lina Maria', 'Maria Lina Zwilling'],
  ];
  for (const [familienname, vornamen, ...typed] of people) {
    const { caseId } = await aPerson({ familienname, vornamen });
    for (const q of typed) {
      t.true((await found(q)).includes(caseId), `search: ${q}`);
      t.true((await listed(q)).includes(caseId), `list: ${q}`);
    }
  }
});

test.serial('the name as it was typed comes first, however many are alike', async (t) => {
  const spellings = ['Tscherkassow', 'Tscherkasow', 'Cherkasov', 'Čerkasov', 'Tcherkassoff'];
  const cases = new Map<string, string>();
  for (const familienname of spellings) cases.set(familienname, (await aPerson({ familienname, vornamen: 'Ilja' })).caseId);
  for (const familienname of spellings) {
    const ids = await found(`${familienname} Ilja`);
    t.is(ids[0], cases.get(familienname), familienname);
    t.is(ids.length, spellings.length);
  }
});

test.serial('a person is found by birthday, numbers and former names, each as people type it', async (t) => {
  const { caseId } = await aPerson({
    familienname: 'Orlowa',
    vornamen: 'Vera',
    geburtsdatum: '1988-03-02',
    geburtsname: 'Sokolowa',
    aliasnamen: ['Orel, Wera'],
    azrNummer: '998877665544',
    passNummer: 'C01X00T47',
    telefon: '+49 (0)721 4711 08',
    email: 'Vera.Orlowa@example.org',
  });
  for (const q of ['Orlowa 1988', 'orlova 03.1988', '2.3.88 Vera', 'Orlowa, geb. 02.03.1988', '02.03.1988'])
    t.true((await found(q)).includes(caseId), q);
  for (const q of [
    '998877665544',
    'AZR 9988 7766 5544',
    'c01x00t47',
    'C01X 00T47',
    '0721 471108',
    '0049721471108',
    '0721/4711-08',
    'vera.orlowa@EXAMPLE.org',
  ])
    t.deepEqual(await found(q), [caseId], q);
  for (const q of ['Sokolova Vera', 'Wera Orel', 'Orel']) t.is((await found(q))[0], caseId, q);
  t.is((await search('Sokolova Vera')).persons[0].alias, 'Sokolowa, Vera');
  t.is((await search('Orlowa Vera')).persons[0].alias, null);
  for (const q of ['Orlowa 1989', '99887766554', 'Orlowa 3.3.1988']) t.false((await found(q)).includes(caseId), q);
});

test.serial('two of one name are told apart by their birthdays', async (t) => {
  for (const geburtsdatum of ['1990-00-00', '1984-07-01']) await aPerson({ familienname: 'Haddad', vornamen: 'Samira', geburtsdatum });
  const { persons } = await search('Samira Haddad');
  t.deepEqual(persons.map((each: { name: string; birthDate: string }) => [each.name, each.birthDate]).sort(), [
    ['Haddad, Samira', '1984-07-01'],
    ['Haddad, Samira', '1990-00-00'],
  ]);
  t.deepEqual((await search('Samira Haddad 1984')).persons.length, 1);
  t.is((await as('sb-sg4').get('/api/cases?query=Haddad+1984')).body.items[0].birthDate, '1984-07-01');
});

test.serial('an Aktenzeichen is found in every form it is pasted in, and named as the one', async (t) => {
  const { caseId, aktenzeichen } = await office.aCase();
  const [, year = '', number = ''] = aktenzeichen.split('-');
  const short = String(Number(number));
  for (const q of [
    aktenzeichen,
    aktenzeichen.replaceAll('-', '–'),
    `Az. ${aktenzeichen}`,
    `${aktenzeichen}.`,
    aktenzeichen.toLowerCase().replaceAll('-', ''),
    `AB-${year}-${short}`,
    `AB ${year} ${number}`,
  ]) {
    const { cases, exact } = await search(q);
    t.deepEqual([cases.map((each: Row) => each.caseId), exact], [[caseId], caseId], q);
    t.deepEqual(await listed(q), [caseId], q);
  }
  for (const q of [number, short, `${year}-${number}`]) t.true((await found(q)).includes(caseId), q);
  t.is((await search(aktenzeichen, 'sb-sg1')).exact, null);
});

test.serial(
  'who is known in another section only is said to be, to whoever names them with their birthday, and nothing more',
  async (t) => {
    const name = { familienname: 'Anderswo', vornamen: 'Tomas', geburtsdatum: '1979-11-30' };
    await aPerson(name, { section: 'SG1', anliegen: 'STUDIUM' });
    t.deepEqual(await search('Tomas Anderswo 30.11.1979'), { persons: [], cases: [], exact: null, elsewhere: true });
    for (const q of ['Tomas Anderswo', 'Anderswo 30.11.1979', 'Tomas Anderswo 1979', 'Tomas Anderswo 29.11.1979'])
      t.deepEqual(await search(q), { persons: [], cases: [], exact: null, elsewhere: false }, q);
    for (const account of ['al', 'con', 'azubi', 'antragsteller', 'ops'])
      t.false((await search('Tomas Anderswo 30.11.1979', account)).elsewhere, account);
    const hidden = { familienname: 'Verborgen', vornamen: 'Tomas', geburtsdatum: '1979-11-30' };
    await office.aHiddenCase({ applicant: hidden });
    t.deepEqual(await search('Tomas Verborgen 30.11.1979'), { persons: [], cases: [], exact: null, elsewhere: false });
    t.is((await found('Tomas Verborgen', 'sicherheit')).length, 1);
  },
);

test.serial('what a correction changed is found at once, and what it was before no longer is', async (t) => {
  const { caseId } = await aPerson({ familienname: 'Umzug', vornamen: 'Uwe', telefon: '0721 1000001' });
  const { person_id: personId } = (await db('cases').where('case_id', caseId).first('person_id')) as { person_id: string };
  const changes = { telefon: '0721 1000002' };
  const version = ((await db('persons').where('person_id', personId).first('version')) as { version: number }).version;
  const { status, text } = await as('sb-sg4').send({
    method: 'PATCH',
    url: `/api/persons/${personId}`,
    payload: { changes, reason: 'Neue Nummer', version },
  });
  t.is(status, 200, text);
  t.deepEqual([await found('0721 1000002'), await found('0721 1000001')], [[caseId], []]);
});

test.serial('people without keys, or with those of an older version, get them when the office starts', async (t) => {
  const { caseId } = await aPerson({ familienname: 'Altbestand', vornamen: 'Ida' });
  const { indexMissing } = await import('../../../services/search/index.ts');
  const { person_id: personId } = (await db('cases').where('case_id', caseId).first('person_id')) as { person_id: string };
  await db('person_keys').where('person_id', personId).delete();
  t.deepEqual(await found('Altbestand'), []);
  t.is(await indexMissing(db), 1);
  t.deepEqual(await found('Altbestand'), [caseId]);
  await db('person_keys').where('person_id', personId).update({ version: 1, keys: '' });
  t.is(await indexMissing(db), 1);
  t.deepEqual(await found('Altbestand'), [caseId]);
  t.is(await indexMissing(db), 0);
});

test.serial(
  'records that count as one person are one person with all cases, found by the numbers of each, and two again when taken apart',
  async (t) => {
    const [mine, theirs] = [
      { vornamen: 'Jelena', familienname: 'Vereint', geburtsdatum: '1971-02-03', passNummer: 'V1X00001', telefon: '0721 2000001' },
      { vornamen: 'Jelena', familienname: 'Vereinte', geburtsdatum: '1971-03-02', passNummer: 'V1X00002', telefon: '0721 2000002' },
    ];
    const [one, two] = [await aPerson(mine), await aPerson(theirs)];
    const [oneId, twoId] = [await office.personOf(one.caseId), await office.personOf(two.caseId)];
    const send = async (to: string, payload: Record<string, unknown>): Promise<void> => {
      const { status, text } = await as('sb-sg4').post(`/api/persons/${oneId}/${to}`, { reason: 'Laut Pass', ...payload });
      t.is(status, 200, text);
    };
    const shown = async (q: string) =>
      (await search(q)).persons.map(({ personId, caseIds }: { personId: string; caseIds: string[] }) => [personId, caseIds.toSorted()]);
    const [apart, together] = [[[oneId, [one.caseId]]], [[oneId, [one.caseId, two.caseId].toSorted()]]];
    const typed = ['Vereint Jelena', 'Vereinte Jelena', 'Jelena 3.2.1971', 'Jelena 2.3.1971'];
    const numbers = ['V1X00001', 'V1X00002', '0721 2000001', '0721 2000002'];
    t.is((await shown('Vereint Jelena')).length, 2);
    t.deepEqual(await shown('V1X00001'), apart);
    await send('merge', { with: twoId });
    for (const q of [...typed, ...numbers]) {
      t.deepEqual(await shown(q), together, q);
      t.deepEqual((await listed(q)).toSorted(), [one.caseId, two.caseId].toSorted(), q);
    }
    await send('separate', {});
    t.deepEqual(await shown('V1X00001'), apart);
    t.deepEqual(await shown('0721 2000002'), [[twoId, [two.caseId]]]);
    t.is((await shown('Vereint Jelena')).length, 2);
  },
);

test.serial('the database finds by keys what the rules of search say it finds', async (t) => {
  const people = [
    ['Müller', 'Søren'],
    ["O'Brien", 'Aoife Nić'],
    ['Соколов', 'Юлия'],
    ['محمد', 'Ali'],
    ['A\\B', "D'Or"],
    ['漢字', 'Li'],
  ] as const;
  const typed = [
    'Muller',
    'Mueller Soren',
    'Mull',
    'ulle',
    'obrien',
    'brien a',
    'Sokolov',
    'Muhammed',
    'Ali',
    'A\\',
    "d'or",
    '漢',
    'rien Müller',
  ];
  for (const [familienname, vornamen] of people) {
    const { caseId } = await aPerson({ familienname, vornamen });
    for (const q of typed)
      t.is((await listed(q)).includes(caseId), findsName(q, { familienname, vornamen }), `${q} → ${familienname}, ${vornamen}`);
  }
});

test.serial('where more people are meant than a search looks at, the closest are shown, and that there are more is said', async (t) => {
  const asked = async (q: string) => (await as('sb-sg4').get(`/api/cases?query=${encodeURIComponent(q)}&limit=1`)).body.many;
  const { caseId } = await aPerson({ familienname: 'Vielfach', vornamen: 'Zuletzt' });
  t.false(await asked('Vielfach'));
  await office.asAdmin((admin) =>
    admin.raw(`
with made as (
  insert into persons (person_id, details, familienname, vornamen, geburtsdatum, created_at, hidden)
  select gen_random_uuid(), '{}', 'Vielfachen', 'Kim', '1990-05-04', now(), false from generate_series(1, 501) returning person_id)
insert into person_keys (person_id, hidden, version, born, names, keys)
select person_id, false, 2, '1990-05-04', '[{"familienname": "Vielfachen", "vornamen": "Kim"}]', array_to_tsvector(array['fvielfachen', 'fkim']) from made`),
  );
  t.true(await asked('Vielfach'));
  t.true(await asked('Vielfachen'));
  t.is((await listed('Vielfach'))[0], caseId);
  t.is((await found('Vielfach'))[0], caseId);
  t.false(await asked('Vielfach Zuletzt'));
});

test.serial('a search leaves a line with what it showed and without its words', async (t) => {
  const { caseId } = await aPerson({ familienname: 'Suchwortig', vornamen: 'Eva' });
  await search('Suchwortig');
  const [line] = await db('audit').orderBy('audit_id', 'desc').limit(1).select('actor', 'action', 'payload');
  t.deepEqual(line, {
    actor: 'sb-sg4',
    action: 'search persons',
    payload: { textHash: createHash('sha256').update('Suchwortig').digest('hex'), hits: [caseId] },
  });
});

for (const query of ['', '?q=', '?q=%20', `?q=${'x'.repeat(201)}`, '?q=a&limit=0', '?q=a&limit=51', '?q=a&x=1'])
  test.serial(`/api/search${query.slice(0, 12)} is refused`, async (t) => {
    t.is((await as('sb-sg4').get(`/api/search${query}`)).status, 400);
  });
