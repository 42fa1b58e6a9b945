import test from 'ava';
import { demoAccounts, findSection, knownGroups, sectionIds, sectionOfGroup, sections } from '../../../services/staff/index.ts';

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

test('accounts and names are unique, groups and teams exist', (t) => {
  const teams = new Set(sections.flatMap((section) => section.teams.map((team) => team.id)));
  t.is(new Set(demoAccounts.map((each) => each.account)).size, demoAccounts.length);
  t.is(new Set(demoAccounts.map((each) => each.name)).size, demoAccounts.length);
  for (const each of demoAccounts) {
    for (const group of each.groups) t.true(knownGroups.has(group), group);
    for (const team of each.teams) t.true(teams.has(team), team);
    t.is(each.applicant, each.groups.includes('antragsteller'));
  }
});

test('security work lies with two named persons', (t) => {
  t.deepEqual(
    demoAccounts.filter((each) => each.teams.includes('T4c')).map((each) => each.account),
    ['sicherheit', 'sicherheit-2'],
  );
});

test('a section knows its teams, a group its section', (t) => {
  t.deepEqual(
    findSection('SG4')?.teams.map((team) => team.id),
    ['T4a', 'T4b', 'T4c'],
  );
  t.is(findSection('SG5'), undefined);
  t.is(sectionOfGroup('rsb-sg2'), 'SG2');
  t.is(sectionOfGroup('svc'), undefined);
  t.is(sectionOfGroup('xsb-sg2'), undefined);
});
