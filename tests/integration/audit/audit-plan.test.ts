import test from 'ava';
import { type AuditFilter, listAudit, listReaders } from '../../../services/audit/store.ts';
import { cloneDatabase } from '../../support/database.ts';

/** Three hundred thousand entries of some years: what one look costs. */
const { db, asAdmin, drop } = await cloneDatabase();
test.after.always(drop);

test.before(async () => {
  await asAdmin(async (admin) => {
    await admin.raw(`
insert into persons (person_id, details, familienname, vornamen, geburtsdatum, created_at) select md5('p' || i)::uuid, '{}', 'F', 'V', '1990-01-01', now() from generate_series(0, 2000) i;
insert into cases (case_id, aktenzeichen, person_id, anliegen, hidden, status, section, priority, received_at, created_by, created_at)
select md5('c' || i)::uuid, 'AB-2026-' || lpad(i::text, 6, '0'), md5('p' || i % 1000)::uuid, 'DULDUNG', i % 97 = 0, 'in-bearbeitung', 'SG4', 3, now(), 'svc', now()
  from generate_series(1, 2000) i;
insert into audit (at, actor, action, case_id, section, outcome, payload)
select timestamptz '2024-01-01' + i * interval '3 minutes', 'account-' || i % 60, case when i % 10 = 0 then 'complete task' when i % 25 = 1 then 'search cases' else 'view case' end,
       case when i % 25 = 1 then null else md5('c' || (1 + i % 2000))::uuid end, 'SG4', case when i % 200 = 0 then 'refused' else 'done' end,
       case when i % 25 = 1 then jsonb_build_object('hits', jsonb_build_array(md5('c' || (1 + i % 1999))::uuid, md5('c' || (1 + i % 500))::uuid)) else '{}' end
  from generate_series(1, 300000) i`);
    await admin.raw('vacuum analyze audit, cases, persons');
  });
});

type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] };
/** Of 8 KB, in memory or not: what a look costs on any machine. */
const MOST_PAGES = 6_000;
type Cost = { ms: number; pages: number; scans: Node[] };
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const person = 'AB-2026-000123';
const looks: Record<string, AuditFilter> = {
  everything: {},
  'a case': { matter: person },
  'a person': { person },
  'an account': { actor: 'account-7' },
  'an action': { action: 'complete task' },
  'what was refused': { kind: 'refused' },
  'what failed, which nothing did': { kind: 'failed' },
  'a day long ago': { from: new Date('2024-02-01'), until: new Date('2024-02-02') },
  'a day of an account': { actor: 'account-7', from: new Date('2024-02-01'), until: new Date('2024-02-02') },
};
const plan = async (work: () => Promise<unknown>): Promise<Cost> => {
  const sent: { sql: string; bindings: unknown[] }[] = [];
  const note = (each: { sql: string; bindings: unknown[] }): void => void sent.push(each);
  db.on('query', note);
  await work();
  db.removeListener('query', note);
  const query = sent.at(-1);
  const sql = (query?.sql ?? '').replaceAll(/\$\d+/g, '§').replaceAll('§', '?');
  const { rows } = await db.raw(`explain (analyze, buffers, format json) ${sql}`, (query?.bindings ?? []) as never[]);
  type Explained = { Plan: Node & { 'Shared Hit Blocks': number; 'Shared Read Blocks': number }; 'Execution Time': number };
  const { Plan: top, 'Execution Time': ms } = rows[0]['QUERY PLAN'][0] as Explained;
  const pages = top['Shared Hit Blocks'] + top['Shared Read Blocks'];
  return { ms, pages, scans: nodesOf(top).filter((node) => node['Relation Name'] === 'audit') };
};

for (const [name, filter] of Object.entries(looks))
  test.serial(`${name}: a page comes by an index`, async (t) => {
    const { ms, pages, scans } = await plan(() => listAudit(db, filter, { limit: 51 }));
    t.deepEqual(
      scans.filter((node) => node['Node Type'] === 'Seq Scan'),
      [],
    );
    t.log(`${pages} pages, ${ms.toFixed(1)} ms`);
    t.true(pages < MOST_PAGES, String(pages));
  });

test.serial('the readers of a person come by an index', async (t) => {
  const { ms, pages, scans } = await plan(() => listReaders(db, { person }));
  t.deepEqual(
    scans.filter((node) => node['Node Type'] === 'Seq Scan'),
    [],
  );
  t.log(`${pages} pages, ${ms.toFixed(1)} ms`);
  t.true(pages < MOST_PAGES, String(pages));
});
