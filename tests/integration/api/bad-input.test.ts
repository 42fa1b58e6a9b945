import test from 'ava';
import { anApplicant, openOffice } from './office.ts';
import { entries } from './route-entries.ts';

/** The catalogue of bad input (reliability 5, API): every line is answered with 4xx, never with 5xx, and the server lives on. */
const office = await openOffice();
const { as } = office;
const { caseId } = await office.aCase();
const taskId = await office.aTask(caseId);
const warteId = await office.aWait(caseId);
await office.claim(taskId);
const ids: Record<string, string> = { caseId, taskId, warteId, id: 'duldung' };
const urlOf = (path: string): string => path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? caseId);

test.after.always(office.stop);

const open = (applicant: unknown, more: object = {}) => ({ anliegen: 'DULDUNG', applicant, facts: {}, ...more });
const json = (payload: string, headers: Record<string, string> = {}) =>
  as('svc').send({ method: 'POST', url: '/api/cases', payload, headers: { 'content-type': 'application/json', ...headers } });
const applicant = JSON.stringify(anApplicant());

const bodies: Record<string, string> = {
  'a key __proto__': `{"anliegen":"DULDUNG","applicant":{"__proto__":{"hidden":true},"familienname":"x"},"facts":{}}`,
  'a key constructor': `{"anliegen":"DULDUNG","applicant":{"constructor":{"prototype":{}}},"facts":{}}`,
  'facts with __proto__': `{"anliegen":"DULDUNG","applicant":${applicant},"facts":{"__proto__":{"existenz":true}}}`,
  'ten thousand levels': `{"anliegen":"DULDUNG","applicant":${applicant},"facts":{"duldungsgrund":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
  'a NUL in a name': JSON.stringify(open(anApplicant({ familienname: 'a\0b' }))),
  'a NUL in a key': JSON.stringify(open({ ...anApplicant(), 'a\0b': 1 })),
  'a sign that turns the direction': JSON.stringify(open(anApplicant({ familienname: '\u202eنور' }))),
  'an isolate': JSON.stringify(open(anApplicant({ familienname: '\u2066x\u2069' }))),
  'a name nobody sees': JSON.stringify(open(anApplicant({ familienname: '\u200b' }))),
  'a name in two lines': JSON.stringify(open(anApplicant({ familienname: 'a\nb' }))),
  'a control sign in a fact': JSON.stringify(open(anApplicant(), { facts: { duldungsgrund: 'a\u0007' } })),
  'a day without a month': JSON.stringify(open(anApplicant({ geburtsdatum: '1990-00-04' }))),
  'a 30th of February': JSON.stringify(open(anApplicant({ geburtsdatum: '2024-02-30' }))),
  'half a surrogate pair': `{"anliegen":"DULDUNG","applicant":${applicant.replace('Kim', '\\ud800')},"facts":{}}`,
  'a list for a text': JSON.stringify(open(anApplicant({ familienname: ['x'] }))),
  'an object for a text': JSON.stringify(open(anApplicant({ familienname: { $ne: null } }))),
  'a number for a text': JSON.stringify(open(anApplicant({ familienname: 1 }))),
  'a text for a list': JSON.stringify(open(anApplicant({ staatsangehoerigkeiten: 'ungeklärt' }))),
  'a name of 101 letters': JSON.stringify(open(anApplicant({ familienname: 'x'.repeat(101) }))),
  'two empty names': JSON.stringify(open(anApplicant({ familienname: '   ', vornamen: ' ' }))),
  'a month 13': JSON.stringify(open(anApplicant({ geburtsdatum: '1990-13-01' }))),
  'a day that does not exist': JSON.stringify(open(anApplicant({ einzugsdatum: '2026-02-30' }))),
  'a number beyond 2^53': `{"anliegen":"DULDUNG","applicant":${applicant.slice(0, -1)},"personen":9007199254740993},"facts":{}}`,
  'a number beyond all': `{"anliegen":"DULDUNG","applicant":${applicant.slice(0, -1)},"nettoEinkommen":1e999},"facts":{}}`,
  NaN: `{"anliegen":"DULDUNG","applicant":${applicant.slice(0, -1)},"personen":NaN},"facts":{}}`,
  'neither e-mail nor telephone': JSON.stringify(open({ ...anApplicant(), email: undefined })),
  'a line break in an e-mail address': JSON.stringify(open(anApplicant({ email: 'a@example.org\r\nBcc: b@example.org' }))),
  'a hundred nationalities': JSON.stringify(open(anApplicant({ staatsangehoerigkeiten: Array.from({ length: 100 }, () => 'x') }))),
  'fields of the office': JSON.stringify(
    open(anApplicant(), { hidden: true, section: 'SG1', createdBy: 'al', aktenzeichen: 'AB-2026-000001' }),
  ),
  'an Anliegen of 61 letters': JSON.stringify(open(anApplicant(), { anliegen: 'X'.repeat(61) })),
  'no facts object': JSON.stringify(open(anApplicant(), { facts: [] })),
  'an unknown family': JSON.stringify(open(anApplicant(), { facts: { angehoerigerVon: "' or 1=1 --" } })),
  'an array': '[]',
  null: 'null',
  'a text': '"x"',
  'broken JSON': '{"anliegen":',
  'two JSONs': '{}{}',
  nothing: '',
};
for (const [name, body] of Object.entries(bodies))
  test(`intake refuses ${name} with 400`, async (t) => {
    const { status, body: refused } = await json(body);
    t.is(status, 400, JSON.stringify(refused));
    t.deepEqual([refused.statusCode, refused.error, typeof refused.message], [400, 'Bad Request', 'string']);
  });

const odd: Record<string, string> = {
  'a duplicate key': `{"anliegen":"FAMILIE","anliegen":"DULDUNG","applicant":${applicant},"facts":{}}`,
  'combining marks': JSON.stringify(open(anApplicant({ familienname: 'Zoe\u0308 N\u0303andu' }))),
  'right to left': JSON.stringify(open(anApplicant({ familienname: 'نور' }))),
  'one letter': JSON.stringify(open(anApplicant({ familienname: 'Ø' }))),
  'an apostrophe and a hyphen': JSON.stringify(open(anApplicant({ familienname: "O’Brien-D'Arc" }))),
  'a dotless i': JSON.stringify(open(anApplicant({ familienname: 'İŞIK ßẞ ıI' }))),
  'an emoji': JSON.stringify(open(anApplicant({ vornamen: '👩🏽‍🚒' }))),
  braces: JSON.stringify(open(anApplicant({ familienname: '{{aktenzeichen}} <%= 7*7 %>' }))),
  'minus nought': `{"anliegen":"DULDUNG","applicant":${applicant.slice(0, -1)},"nettoEinkommen":-0},"facts":{}}`,
  'letters of every plane': JSON.stringify(open(anApplicant({ familienname: '𐐀𝔸中文한' }))),
};
for (const [name, body] of Object.entries(odd))
  test(`intake takes ${name} as it is`, async (t) => {
    const { status, body: opened } = await json(body);
    t.is(status, 201, JSON.stringify(opened));
    const { body: found } = await as('svc').get(`/api/cases/${opened.caseId}`);
    const given = JSON.parse(body).applicant;
    t.is(found.applicant.familienname, given.familienname.trim());
    t.is((await as('svc').get(`/api/cases?query=${encodeURIComponent(given.familienname)}`)).status, 200);
    await office.route(opened.caseId, { section: 'SG4' });
    const letterId = await office.aLetter(opened.caseId);
    t.is((await as('sb-sg4').get(`/api/cases/${opened.caseId}/letters/${letterId}`)).status, 200);
  });

test('a megabyte and more is 413, other formats 415', async (t) => {
  t.is((await json(JSON.stringify(open(anApplicant(), { x: 'x'.repeat(1024 * 1024) })))).status, 413);
  for (const type of [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'x',
  ])
    t.true([400, 415].includes((await json('{}', { 'content-type': type })).status), type);
});

const queries = [
  '?id[]=1',
  '?limit=1&limit=2',
  '?limit=9007199254740993',
  '?limit=1e3',
  '?limit=-0.5',
  '?sort[]=x',
  '?query=%ed%a0%80',
  '?query=%00',
  '?query=%ff%fe',
  '?cursor=%22',
  '?__proto__=1',
  '?constructor[prototype]=1',
  `?query=${'a'.repeat(10_000)}`,
];
for (const list of ['/api/cases', '/api/tasks', '/api/processes/duldung/cases'])
  for (const query of queries)
    test(`${list}${query.slice(0, 30)} is no fault of ours`, async (t) => {
      const { status } = await as('sb-sg4').get(`${list}${query}`);
      t.true(status === 400 || status === 200 || status === 404 || status === 414, String(status));
    });

for (const word of [
  '(',
  ')',
  '[a-z]+',
  '.*',
  '\\',
  '\\\\',
  '%',
  '_',
  '%%%',
  "'",
  '"',
  ';--',
  '$1',
  '?',
  '??',
  ':x',
  '*',
  '+',
  'İ',
  'ß',
  '-',
  '--',
  '1-',
  'AB-',
  'AB-2026-',
  '0',
])
  test(`searching for ${JSON.stringify(word)} finds or finds not`, async (t) => {
    for (const list of ['cases', 'tasks']) {
      const { status, body } = await as('sb-sg4').get(`/api/${list}?query=${encodeURIComponent(word)}`);
      t.is(status, 200, list);
      t.true(Array.isArray(body.items));
    }
  });

for (const word of ['\u202e', '\u2066a', 'a\u0001', '\u200b'])
  test(`searching for ${JSON.stringify(word)} is refused: nobody reads what was searched for`, async (t) => {
    for (const list of ['cases', 'tasks'])
      t.is((await as('sb-sg4').get(`/api/${list}?query=${encodeURIComponent(word)}`)).status, 400, list);
  });

const nasty: unknown[] = [
  null,
  [],
  'x',
  1,
  true,
  {},
  { variables: null },
  { variables: [] },
  { variables: { a: 'x\0' } },
  { variables: { toString: 1, __defineGetter__: 1 } },
  { reason: 'x'.repeat(1001), to: 'SG4' },
  { assignee: { a: 1 }, reason: [] },
  { date: '2026-06-31', reason: 'x' },
  { date: '+275760-09-13', reason: 'x' },
  { add: 'P1Y', to: '2027-01-01' },
  { add: 'P999999999Y' },
  { to: '-271821-04-20' },
  { name: 1, kind: 'exe', content: {} },
];
for (const key of Object.keys(entries).filter((each) => /^(?:POST|PUT) \/api/.test(each)))
  test(`${key}: nothing somebody may send is a fault of ours`, async (t) => {
    const [method = '', path = ''] = key.split(' ');
    for (const payload of nasty) {
      const text = JSON.stringify(payload);
      const { status } = await as('sb-sg4').send({
        method,
        url: urlOf(path),
        payload: text,
        headers: { 'content-type': 'application/json' },
      });
      t.true(status < 500, `${text}: ${status}`);
    }
  });

test('a header with a token that is none is 401, not a fault', async (t) => {
  for (const authorization of [
    'Bearer',
    'Bearer x',
    'Bearer a.b.c',
    'Basic eDp5',
    `Bearer ${'x'.repeat(20_000)}`,
    'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbCJ9.',
  ])
    t.is((await office.send({ method: 'GET', url: '/api/cases', headers: { authorization } })).status, 401, authorization.slice(0, 30));
});

test('the server has answered all of it without a fault of its own', (t) => {
  const faults = office.log.filter((line) => /"level":(?:50|60)/.test(line));
  t.deepEqual(faults, []);
});
