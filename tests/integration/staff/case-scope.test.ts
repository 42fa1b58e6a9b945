import test from 'ava';
import type { User } from '../../../services/platform/route.ts';
import { applyCaseScope, type CaseLevel, caseLevel, caseScope, demoAccounts } from '../../../services/staff/index.ts';
import { cloneDatabase } from '../../support/database.ts';

/** The predicate in SQL and the function must say the same of every user and every kind of case. */
test('what a query finds is exactly what the rights allow', async (t) => {
  const { db, asAdmin, drop } = await cloneDatabase();
  t.teardown(drop);
  await asAdmin((admin) =>
    admin.raw(
      'create table found (id serial, section text, hidden boolean not null, created_by text not null); grant all on found to public; grant usage on all sequences in schema public to public',
    ),
  );
  const accounts = demoAccounts.map((each) => each.account);
  const rows = ['SG1', 'SG2', 'SG3', 'SG4', null].flatMap((section) =>
    [true, false].flatMap((hidden) => [...accounts, 'someone'].map((created_by) => ({ section, hidden, created_by }))),
  );
  await db('found').insert(rows);

  const odd: User[] = [
    { account: 'two-hats', name: 'x', groups: ['sb-sg1', 'rsb-sg4'], teams: [], skills: [], applicant: false },
    { account: 'svc', name: 'x', groups: ['svc', 'sgl-sg2', 'sicherheit'], teams: [], skills: [], applicant: false },
    { account: 'sb-sg1', name: 'x', groups: [], teams: [], skills: [], applicant: false },
    { account: 'antragsteller', name: 'x', groups: ['antragsteller', 'sb-sg4'], teams: [], skills: [], applicant: true },
  ];
  const levels: Record<'status' | 'full', readonly CaseLevel[]> = { status: ['status', 'full', 'portal'], full: ['full', 'portal'] };
  for (const user of [...demoAccounts, ...odd])
    for (const least of ['status', 'full'] as const) {
      const found = await applyCaseScope(
        db('found as c').select('c.section', 'c.hidden', 'c.created_by').orderBy('c.id'),
        caseScope(user),
        'c',
        least,
      );
      const allowed = rows.filter((row) => levels[least].includes(caseLevel(user, { ...row, createdBy: row.created_by })));
      t.deepEqual(found, allowed, `${user.account} ${least}`);
    }
});

test('the predicate keeps its brackets beside other conditions', async (t) => {
  const { db, asAdmin, drop } = await cloneDatabase();
  t.teardown(drop);
  await asAdmin((admin) =>
    admin.raw(
      'create table found (id int, section text, hidden boolean not null, created_by text not null); grant all on found to public; grant usage on all sequences in schema public to public',
    ),
  );
  await db('found').insert([
    { id: 1, section: 'SG4', hidden: true, created_by: 'x' },
    { id: 2, section: 'SG4', hidden: true, created_by: 'x' },
  ]);
  const sicherheit = demoAccounts.find((each) => each.account === 'sicherheit') as User;
  t.deepEqual(await applyCaseScope(db('found as c').where('c.id', 2).select('c.id'), caseScope(sicherheit), 'c'), [{ id: 2 }]);
});
