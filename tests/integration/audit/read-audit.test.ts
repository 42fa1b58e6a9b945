import { randomUUID } from 'node:crypto';
import test from 'ava';
import { audit } from '../../../services/platform/audit.ts';
import { openOffice } from '../api/office.ts';
import { accounts } from '../api/people.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

type Entry = {
  auditId: string;
  actor: string;
  action: string;
  outcome: string;
  caseId: string | null;
  aktenzeichen: string | null;
  object: string | null;
};
const list = async (query = ''): Promise<Entry[]> => {
  const { status, body, text } = await as('dsb').get(`/api/audit?limit=200${query}`);
  if (status !== 200) throw new Error(text);
  return body.items;
};

test.serial('it is data protection’s alone', async (t) => {
  for (const account of accounts.filter((each) => each !== 'dsb'))
    for (const url of ['/api/audit', '/api/audit/export', `/api/audit/readers?person=${randomUUID()}`, '/api/audit/persons?q=Probe'])
      t.is((await as(account).get(url)).status, 404, `${account} ${url}`);
  for (const account of ['ops', 'dsb']) t.like((await as(account).get('/api/operations/audit')).body, { guarded: true, fault: null });
  t.is((await as('al').get('/api/operations/audit')).status, 404);
});

test.serial('by case, actor, day and kind: reads, changes, refusals; the newest first, page by page', async (t) => {
  const { caseId, aktenzeichen } = await office.aCase();
  await as('sb-sg4').get(`/api/cases/${caseId}`);
  await as('svc').get(`/api/cases/${caseId}`);
  await as('al').get(`/api/cases/${caseId}`);
  for (const reference of [caseId, aktenzeichen]) {
    const found = (await list(`&case=${reference}`)).filter(({ action }) => /view case|open case/.test(action));
    t.deepEqual(
      found.map(({ actor, action, outcome }) => [actor, action, outcome]).slice(0, 4),
      [
        ['al', 'open case file', 'refused'],
        ['svc', 'view case', 'done'],
        ['sb-sg4', 'view case', 'done'],
        ['svc', 'open case', 'done'],
      ],
      reference,
    );
    t.true(found.every((each) => each.caseId === caseId && each.aktenzeichen === aktenzeichen));
  }
  t.deepEqual(
    (await list(`&case=${caseId}&kind=refused`)).map(({ actor }) => actor),
    ['al'],
  );
  t.true((await list(`&case=${caseId}&kind=change`)).every(({ action }) => !/^view/.test(action)));
  t.true((await list(`&case=${caseId}&kind=read`)).every(({ action }) => /^(view|open case file|list|search)/.test(action)));
  t.deepEqual([...new Set((await list('&actor=al')).map(({ actor }) => actor))], ['al']);
  t.deepEqual([...new Set((await list('&action=view%20case')).map(({ action }) => action))], ['view case']);
  t.deepEqual(await list('&to=2020-01-01'), []);
  t.true((await list('&from=2020-01-01')).length > 0);
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await as('dsb').get(`/api/audit?limit=2&case=${caseId}${cursor ? `&cursor=${cursor}` : ''}`);
    t.true(body.items.length <= 2);
    ids.push(...body.items.map((each: Entry) => each.auditId));
    cursor = body.next;
  }
  t.deepEqual(
    ids,
    (await list(`&case=${caseId}`)).map(({ auditId }) => auditId),
  );
});

test.serial('who has read something of a person: in the case, in every case of theirs, and in lists they were in', async (t) => {
  const { caseId, aktenzeichen } = await office.aCase();
  const { person_id: personId } = (await db('cases').where('case_id', caseId).first('person_id')) as { person_id: string };
  const second = await office.aCase({ anliegen: 'STUDIUM', section: 'SG1' });
  await db('cases').where('case_id', second.caseId).update({ person_id: personId });
  await as('sb-sg4').get(`/api/cases/${caseId}`);
  await as('sb-sg4').get(`/api/cases/${caseId}`);
  await as('sb-sg1').get(`/api/cases/${second.caseId}`);
  await as('sb-sg2').get(`/api/cases/${caseId}`);
  await db.transaction((trx) =>
    audit(trx, { actor: 'notfall', action: 'list cases', outcome: 'done', payload: { cases: [randomUUID(), second.caseId] } }),
  );
  await db.transaction((trx) =>
    audit(trx, { actor: 'tel', action: 'search cases', outcome: 'done', payload: { hits: [randomUUID(), caseId] } }),
  );
  await db.transaction((trx) =>
    audit(trx, { actor: 'rsb-sg2', action: 'search cases', outcome: 'done', payload: { hits: [randomUUID()] } }),
  );
  for (const person of [personId, aktenzeichen]) {
    const { status, body } = await as('dsb').get(`/api/audit/readers?person=${person}`);
    t.is(status, 200);
    const readers = new Map(
      (body.items as { actor: string; times: number; words: string[]; role: string }[]).map((each) => [each.actor, each]),
    );
    t.deepEqual([...readers.keys()].sort(), ['notfall', 'sb-sg1', 'sb-sg4', 'tel'], 'who was refused has read nothing');
    t.like(readers.get('sb-sg4'), { times: 2, role: 'Sachbearbeitung SG 4', words: ['Vorgang angesehen'] });
  }
  const all = await list(`&person=${personId}`);
  t.true(all.some(({ actor, outcome }) => actor === 'sb-sg2' && outcome === 'refused'));
  t.true(all.some(({ actor }) => actor === 'tel'));
  t.false(all.some(({ actor }) => actor === 'rsb-sg2'));
});

test.serial(
  'whom somebody means: by name, birthday, Aktenzeichen or id; the search is an entry, with the hash of what was typed alone',
  async (t) => {
    const { caseId, aktenzeichen } = await office.aCase({
      applicant: { familienname: 'Überall', vornamen: 'Zoé', geburtsdatum: '1984-03-02' },
    });
    const personId = await office.personOf(caseId);
    const second = await office.aCase({ anliegen: 'STUDIUM', section: 'SG1', personId });
    const person = {
      personId,
      name: 'Überall, Zoé',
      birthDate: '1984-03-02',
      aktenzeichen: [aktenzeichen, second.aktenzeichen].toSorted(),
    };
    for (const typed of ['ueberall zoe', 'Überall 2.3.1984', aktenzeichen, aktenzeichen.toLowerCase(), second.aktenzeichen, personId]) {
      const { status, body } = await as('dsb').get(`/api/audit/persons?q=${encodeURIComponent(typed)}`);
      t.is(status, 200, typed);
      t.deepEqual(body.items, [person], typed);
    }
    t.deepEqual((await as('dsb').get('/api/audit/persons?q=Nirgendwer')).body, { items: [] });
    for (const q of ['', 'x']) t.is((await as('dsb').get(`/api/audit/persons?q=${q}`)).status, 400, q);
    const [entry] = await db('audit').where({ actor: 'dsb', action: 'search persons' }).orderBy('audit_id').limit(1).select('payload');
    t.deepEqual(Object.keys(entry.payload).toSorted(), ['hits', 'textHash']);
    t.deepEqual(entry.payload.hits.toSorted(), [caseId, second.caseId].toSorted());
  },
);

test.serial('people of hidden cases are not found, not even by their number or id', async (t) => {
  const hidden = await office.aHiddenCase({ applicant: { familienname: 'Verborgen' } });
  for (const typed of ['Verborgen', hidden.aktenzeichen, await office.personOf(hidden.caseId)])
    t.deepEqual((await as('dsb').get(`/api/audit/persons?q=${encodeURIComponent(typed)}`)).body, { items: [] }, typed);
});

test.serial('who was shown beside somebody else has been read, too', async (t) => {
  const personId = await office.personOf((await office.aCase()).caseId);
  await db.transaction((trx) =>
    audit(trx, { actor: 'rsb-sg3', action: 'view person', outcome: 'done', payload: { persons: [randomUUID(), personId] } }),
  );
  await db.transaction((trx) =>
    audit(trx, { actor: 'rsb-sg1', action: 'match persons', outcome: 'done', payload: { persons: [personId] } }),
  );
  const readers = (await as('dsb').get(`/api/audit/readers?person=${personId}`)).body.items as { actor: string; words: string[] }[];
  t.deepEqual(readers.find((each) => each.actor === 'rsb-sg3')?.words, ['Angaben zur Person angesehen']);
  t.deepEqual(readers.find((each) => each.actor === 'rsb-sg1')?.words, ['Nach gleichen Personen gesucht']);
});

test.serial('a hidden case is not in it: what outsiders were refused reads as it does for a case that never was', async (t) => {
  const hidden = await office.aHiddenCase();
  const absent = randomUUID();
  await as('sicherheit').get(`/api/cases/${hidden.caseId}`);
  const before = (await list())[0]?.auditId ?? '0';
  await as('al').get(`/api/cases/${hidden.caseId}`);
  await as('al').get(`/api/cases/${absent}`);
  const tries = (await list('&actor=al')).filter(({ auditId }) => BigInt(auditId) > BigInt(before));
  const strip = ({ auditId: _, ...rest }: Entry & { at?: string }) => ({ ...rest, at: '' });
  t.is(tries.length, 2);
  t.deepEqual(strip(tries[0] as Entry), strip(tries[1] as Entry));
  const { person_id: personId } = (await db('cases').where('case_id', hidden.caseId).first('person_id')) as { person_id: string };
  for (const url of [
    '/api/audit?limit=200',
    `/api/audit?case=${hidden.caseId}`,
    `/api/audit?case=${hidden.aktenzeichen}`,
    `/api/audit?person=${personId}`,
    `/api/audit/readers?person=${personId}`,
    `/api/audit/readers?person=${hidden.aktenzeichen}`,
    '/api/audit/export',
  ]) {
    const { text } = await as('dsb').get(url);
    for (const secret of [hidden.caseId, 'SI-2026', 'view watched'])
      t.false(text.includes(secret) && !url.includes(secret), `${url} ${secret}`);
  }
  for (const reference of [hidden.caseId, hidden.aktenzeichen, absent]) t.deepEqual(await list(`&case=${reference}`), [], reference);
});

test.serial('as a table for a German spreadsheet, in which no cell becomes a formula', async (t) => {
  const { caseId } = await office.aCase();
  const nasty = ['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '\r=1', 'a"b;c', 'Zeile\nZwei', 'Ä'];
  await db.transaction(async (trx) => {
    for (const reason of nasty)
      await audit(trx, { actor: 'sb-sg4', action: 'move deadline', caseId, section: 'SG4', outcome: 'done', reason });
  });
  const { status, text, headers } = await as('dsb').get(`/api/audit/export?case=${caseId}`);
  t.is(status, 200);
  t.is(headers['content-type'], 'text/csv; charset=utf-8');
  t.regex(headers['content-disposition'] ?? '', /attachment; filename="protokoll\.csv"/);
  t.true(text.startsWith('\uFEFF"Zeitpunkt";"Konto";'));
  t.true(text.includes('"Frist verschoben";"erfolgt"'));
  t.regex(text, /\r\n"\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}:\d{2}";"sb-sg4"/);
  for (const cell of [`"'=1+1"`, `"'+49"`, `"'-2"`, `"'@SUM(A1)"`, `"'\t=1"`, `"'\r=1"`, '"a""b;c"', '"Zeile\nZwei"', '"Ä"'])
    t.true(text.includes(cell), cell);
  t.notRegex(text, /[;\n]"[=+\-@\t\r]/);
});

test.serial('reading it is an entry itself, with what was asked', async (t) => {
  const { caseId, aktenzeichen } = await office.aCase();
  await list(`&case=${aktenzeichen}`);
  await as('dsb').get(`/api/audit/readers?person=${caseId}`);
  await as('dsb').get('/api/audit/export?actor=al');
  const rows = await db('audit').where('actor', 'dsb').orderBy('audit_id', 'desc').limit(3).select('action', 'payload');
  t.deepEqual(
    rows.map((row) => [row.action, row.payload.asked]),
    [
      ['export audit', { actor: 'al' }],
      ['view readers', { person: caseId }],
      ['view audit', { case: aktenzeichen }],
    ],
  );
  t.true((await list('&actor=dsb')).some(({ action }) => action === 'export audit'));
});

test.serial('what is asked must be whole', async (t) => {
  for (const query of [
    'from=2026-02-30',
    'from=2026-05-02&to=2026-05-01',
    'case=x',
    'person=%27',
    'kind=alles',
    'cursor=x',
    'limit=0',
    'mehr=1',
  ])
    t.is((await as('dsb').get(`/api/audit?${query}`)).status, 400, query);
  t.is((await as('dsb').get('/api/audit/readers')).status, 400);
});
