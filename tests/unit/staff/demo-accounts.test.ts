import test from 'ava';
import { codesOf, isCodeOf, knownGroups, sectionIds } from '../../../services/office/index.ts';
import { demoAccounts } from '../../../services/staff/index.ts';

test('every role of the office has an account of its name', (t) => {
  for (const group of knownGroups) t.deepEqual(demoAccounts.find((each) => each.account === group)?.groups, [group], group);
});

test('races and four eyes have a second account', (t) => {
  const roles = [
    ...sectionIds.flatMap((id) => [`sb-${id.toLowerCase()}`, `rsb-${id.toLowerCase()}`]),
    'al',
    'pv',
    'svc',
    'sicherheit',
    'antragsteller',
  ];
  for (const role of roles)
    t.true(
      demoAccounts.some((each) => each.account === `${role}-2` && each.groups.includes(role)),
      role,
    );
});

test('accounts and names are unique, groups, teams and skills exist', (t) => {
  const teams = new Set(codesOf('teams'));
  t.is(new Set(demoAccounts.map((each) => each.account)).size, demoAccounts.length);
  t.is(new Set(demoAccounts.map((each) => each.name)).size, demoAccounts.length);
  for (const each of demoAccounts) {
    for (const group of each.groups) t.true(knownGroups.has(group), group);
    for (const team of each.teams) t.true(teams.has(team), team);
    for (const skill of each.skills) t.true(isCodeOf('kenntnisse', skill), skill);
    t.is(each.applicant, each.groups.includes('antragsteller'));
  }
});

test('security work lies with two named persons', (t) => {
  t.deepEqual(
    demoAccounts.filter((each) => each.teams.includes('T4c')).map((each) => each.account),
    ['sicherheit', 'sicherheit-2'],
  );
});
