import test from 'ava';
import { openOffice } from '../api/office.ts';
import { accounts, isApplicant, levelOf } from '../api/people.ts';

/** What those read who only inform: whose case it is, and about what, is told when the person has said who they are. */
const office = await openOffice();
const { as, db } = office;

const masked = ['svc', 'svc-2', 'notfall', 'tel', 'azubi'];
const counter = masked.slice(0, 4);
const NAME = /castro|ana mar/i;

const ana = { familienname: 'Castro', vornamen: 'Ana', geburtsdatum: '1990-05-04', azrNummer: '112233445566', telefon: '0721 112233' };
const target = { section: 'SG4', hidden: false, openedBy: 'sb-sg4' } as const;
const { caseId, aktenzeichen } = await office.aCase({ by: 'sb-sg4', applicant: ana });
await db('cases').where('case_id', caseId).update({ outcome: 'ABGELEHNT', status: 'wartet' });
const instance = '2251799813685400';
await db('engine_instances').insert({
  process_instance_key: instance,
  partition_id: 1,
  root_key: instance,
  case_id: caseId,
  plain_id: 'duldung',
  engine_id: 'duldung',
  release: 1,
  definition_key: '1',
  state: 'active',
  started_at: new Date('2026-06-08T08:00:00Z'),
});

// ava takes the first declaration for the end of the set-up.
test.after.always(office.stop);

type Item = { caseId: string; person: string; birthDate: string | null; anliegen: string | null };
const rows = async (account: string, url: string): Promise<Item[]> => {
  const { status, body } = await as(account).get(url);
  if (status !== 200) throw new Error(`${account} ${url}: ${status}`);
  return (body.items ?? body.cases) as Item[];
};
const lists = [
  '/api/cases?limit=200',
  '/api/cases?status=wartet&section=SG4',
  `/api/cases?query=${aktenzeichen}`,
  `/api/search?q=${aktenzeichen}`,
];
const onMap = '/api/processes/duldung/cases?limit=200';

for (const account of accounts.filter((each) => !isApplicant(each)))
  test.serial(`${account} reads names and matters only of cases they work on`, async (t) => {
    const level = levelOf(account, target);
    for (const url of [...lists, onMap]) {
      const item = (await rows(account, url)).find((each) => each.caseId === caseId);
      t.is(item !== undefined, level !== 'none', url);
      if (!item) continue;
      if (masked.includes(account))
        t.like(
          item,
          { person: 'A. C.', birthDate: null, anliegen: null, outcome: null, process: null, team: null, status: 'wartet', section: 'SG4' },
          url,
        );
      else t.like(item, { person: 'Castro, Ana', birthDate: '1990-05-04', anliegen: 'DULDUNG', outcome: 'ABGELEHNT' }, url);
    }
  });

const asked = (q: string) => [`/api/cases?query=${encodeURIComponent(q)}`, `/api/search?q=${encodeURIComponent(q)}`];

test.serial('a name, a part of one, or a birthday finds nobody where names are masked', async (t) => {
  for (const account of masked)
    for (const q of [
      'Castro',
      'cast',
      'Ana Castro',
      'Kastro Anna',
      'Castro 1990',
      '4.5.1990',
      '1990',
      'Ana Castro 3.5.1990',
      'Castro 112233445566',
    ])
      for (const url of asked(q))
        t.deepEqual(
          (await rows(account, url)).filter((each) => each.caseId === caseId),
          [],
          `${account} ${url}`,
        );
});

test.serial('whoever names the person with the whole birthday is told how the matter stands; trainees are not', async (t) => {
  for (const account of masked)
    for (const q of ['Ana Castro 4.5.1990', 'CASTRO, ANA, geb. 04.05.1990', 'Anna Kastro 4. Mai 1990'])
      for (const url of asked(q)) {
        const item = (await rows(account, url)).find((each) => each.caseId === caseId);
        if (counter.includes(account))
          t.like(item, { person: 'Castro, Ana', birthDate: '1990-05-04', anliegen: 'DULDUNG', status: 'wartet' }, `${account} ${url}`);
        else t.is(item, undefined, `${account} ${url}`);
      }
  t.is((await as('tel').get(`/api/search?q=${encodeURIComponent('Ana Castro 4.5.1990')}`)).body.persons[0].name, 'Castro, Ana');
  t.is((await as('tel').get(`/api/cases/${caseId}`)).body.applicant, undefined);
});

test.serial('a number finds the case, not the name', async (t) => {
  for (const account of masked)
    for (const q of [aktenzeichen, '112233445566', '0721 112233'])
      for (const url of asked(q)) {
        const { text } = await as(account).get(url);
        t.true(text.includes(caseId), `${account} ${url}`);
        t.notRegex(text, NAME, `${account} ${url}`);
      }
});

test.serial('no count tells who has no right to a name whether there is such a person', async (t) => {
  const counts = async (account: string, q: string) =>
    (await as(account).get(`/api/tasks/counts?view=all&query=${encodeURIComponent(q)}`)).body;
  await office.aTask(caseId);
  for (const account of masked)
    for (const q of ['Castro', 'Ana Castro', 'Castro 1990', '4.5.1990'])
      t.deepEqual(await counts(account, q), await counts(account, 'Niemand'), `${account} ${q}`);
  t.is((await counts('sb-sg4', 'Castro')).waiting, 1);
});

test.serial('who took a matter in knows whose it is, wherever it has gone', async (t) => {
  const own = await office.aCase({ by: 'svc', applicant: { familienname: 'Eigenfall', vornamen: 'Olga' } });
  const found = async (account: string) => (await rows(account, '/api/cases?query=Eigenfall')).map((each) => [each.caseId, each.person]);
  t.deepEqual(await found('svc'), [[own.caseId, 'Eigenfall, Olga']]);
  t.deepEqual(await found('svc-2'), []);
});

test.serial('each list leaves one line with the cases on it, an empty one none', async (t) => {
  const last = async () => Number(((await db('audit').max({ last: 'audit_id' }).first()) as { last: string | null }).last ?? 0);
  const linesOf = async (account: string, url: string) => {
    const before = await last();
    const { status } = await as(account).get(url);
    t.true(status < 400, `${account} ${url}: ${status}`);
    return (await db('audit').where('audit_id', '>', before).select('actor', 'action', 'outcome', 'payload')) as {
      actor: string;
      action: string;
      payload: Record<string, unknown>;
    }[];
  };
  await db('engine_incidents').insert({
    incident_key: '2251799813685499',
    process_instance_key: instance,
    case_id: caseId,
    element_id: 'x',
    element_key: '1',
    error_type: 'JOB_NO_RETRIES',
    message: 'Probe',
    created_at: new Date('2026-06-08T08:00:00Z'),
  });
  const own = await office.aCase({ by: 'antragsteller' });
  await office.aLetter(own.caseId);
  for (const [account, url, action, id] of [
    ['sb-sg4', '/api/cases?limit=200', 'list cases', caseId],
    ['tel', '/api/cases?limit=200', 'list cases', caseId],
    ['sb-sg4', '/api/tasks?view=all', 'list tasks', caseId],
    ['tel', onMap, 'list cases of a process', caseId],
    ['ops', '/api/incidents', 'list incidents', caseId],
    ['antragsteller', '/api/cases', 'list cases', own.caseId],
    ['antragsteller', '/api/portal/letters', 'list letters', own.caseId],
    ['antragsteller', '/mein', 'list own matters', own.caseId],
  ] as const) {
    const lines = await linesOf(account, url);
    const [line] = lines.filter((each) => each.action === action);
    t.is(lines.filter((each) => each.action === action).length, 1, `${account} ${url}`);
    t.is(line?.actor, account);
    t.true(((line?.payload.cases ?? []) as string[]).includes(id), `${account} ${url}`);
  }
  t.deepEqual(await linesOf('al', '/api/cases'), []);
  const [counted] = await linesOf('sb-sg4', '/api/tasks/counts?query=Castro');
  t.is(counted?.action, 'search counts');
  const [told] = await linesOf('tel', `/api/search?q=${encodeURIComponent('Ana Castro 4.5.1990')}`);
  t.deepEqual([told?.action, told?.payload.identified], ['search persons', [caseId]]);
  t.deepEqual(await linesOf('sb-sg4', '/api/tasks/counts?view=all'), []);
});
