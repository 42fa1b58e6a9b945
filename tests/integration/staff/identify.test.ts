import test from 'ava';
import type { Claims } from '../../../services/platform/sign-in/claims.ts';
import { createIdentify, demoAccounts, findStaff, listStaff, seedStaff } from '../../../services/staff/index.ts';
import { cloneDatabase } from '../../support/database.ts';

const at = (seconds: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
const claims = (given: Partial<Claims>): Claims => ({
  account: 'sb-sg4',
  name: 'Ines Hartwig',
  groups: ['sb-sg4'],
  teams: [],
  issuedAt: at(1000),
  ...given,
});

test('a person gets groups from the token, teams and skills from the office', async (t) => {
  const { db, drop } = await cloneDatabase();
  t.teardown(drop);
  await seedStaff(db, demoAccounts);
  const user = await createIdentify(db)(claims({ groups: ['sb-sg4', 'unknown-group'], teams: ['T1a'] }));
  t.deepEqual(user?.groups, ['sb-sg4']);
  t.deepEqual(user?.teams, ['T4a', 'T4b']);
  t.true(user?.skills.includes('recht-humanitaer'));
  t.false(user?.applicant);
});

test('a group that a newer token lacks is gone for the older ones too', async (t) => {
  const { db, drop } = await cloneDatabase();
  t.teardown(drop);
  const old = claims({ groups: ['sb-sg4', 'svc'], issuedAt: at(1000) });
  t.deepEqual((await createIdentify(db)(old))?.groups, ['sb-sg4', 'svc']);
  t.deepEqual((await createIdentify(db)(claims({ groups: ['svc'], issuedAt: at(2000) })))?.groups, ['svc']);
  t.deepEqual((await createIdentify(db)(old))?.groups, ['svc']);
});

test('an old token never brings a group back into the record', async (t) => {
  const { db, drop } = await cloneDatabase();
  t.teardown(drop);
  const identify = createIdentify(db);
  await identify(claims({ groups: ['svc'], issuedAt: at(2000) }));
  await identify(claims({ groups: ['svc', 'al'], issuedAt: at(1000) }));
  t.deepEqual((await findStaff(db, 'sb-sg4'))?.groups, ['svc']);
});

test('a locked account is nobody', async (t) => {
  const { db, drop } = await cloneDatabase();
  t.teardown(drop);
  await createIdentify(db)(claims({}));
  await db('staff').where('account', 'sb-sg4').update({ active: false });
  t.is(await createIdentify(db)(claims({})), undefined);
  t.is(await findStaff(db, 'sb-sg4'), undefined);
});

test('an applicant is no staff', async (t) => {
  const { db, drop } = await cloneDatabase();
  t.teardown(drop);
  const user = await createIdentify(db)(claims({ account: 'antragsteller', groups: ['antragsteller'] }));
  t.true(user?.applicant);
  t.deepEqual(await listStaff(db), []);
});

test('staff can be listed by group and team, and seeding again keeps what the office changed', async (t) => {
  const { db, drop } = await cloneDatabase();
  t.teardown(drop);
  await seedStaff(db, demoAccounts);
  t.deepEqual((await listStaff(db, { group: 'rsb-sg4' })).map((each) => each.account).sort(), ['rsb-sg4', 'rsb-sg4-2']);
  t.deepEqual((await listStaff(db, { team: 'T4c' })).map((each) => each.account).sort(), ['sicherheit', 'sicherheit-2']);
  await db('staff')
    .where('account', 'tel')
    .update({ skills: ['englisch'] });
  await seedStaff(db, demoAccounts);
  t.deepEqual((await findStaff(db, 'tel'))?.skills, ['englisch']);
});
