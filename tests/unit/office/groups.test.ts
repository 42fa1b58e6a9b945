import test from 'ava';
import {
  answeringSection,
  clerkGroupOf,
  groupInSection,
  groupsIn,
  handsOf,
  headGroupOf,
  homeOf,
  isClerk,
  isCodeOf,
  knownGroups,
  nameGroup,
  nameRoles,
  roleOf,
  roleOfSection,
  rowsOf,
  sectionIds,
  sectionOf,
  specialistGroupOf,
  staffGroups,
  teamsOf,
  worksAtCounter,
} from '../../../services/office/index.ts';

test('a role that each section has is a group of each, any other is one group', (t) => {
  t.is(knownGroups.size, 3 * sectionIds.length + rowsOf('rollen').length - 3);
  t.deepEqual([...knownGroups].slice(0, 4), ['sb-sg1', 'rsb-sg1', 'sgl-sg1', 'sb-sg2']);
  for (const none of ['sb', 'sb-sg9', 'xsb-sg2', 'sb-SG2', '', 'admin']) t.false(knownGroups.has(none), none);
  t.deepEqual(
    [...knownGroups].filter((group) => !staffGroups.includes(group)),
    ['antragsteller'],
  );
});

test('a section knows its teams and its people, a group its section', (t) => {
  t.deepEqual(
    teamsOf('SG4').map(({ code }) => code),
    ['T4a', 'T4b', 'T4c'],
  );
  t.deepEqual(groupsIn('SG2'), ['sb-sg2', 'rsb-sg2', 'sgl-sg2']);
  t.deepEqual(groupsIn('SG3'), ['sb-sg3', 'rsb-sg3', 'sgl-sg3', 'svc', 'notfall', 'tel']);
  t.deepEqual(teamsOf('SG5'), []);
  t.is(sectionOf('rsb-sg2'), 'SG2');
  t.is(sectionOf('svc'), 'SG3');
  for (const none of ['al', 'azubi', 'sicherheit', 'xsb-sg2', 'sb-sg9']) t.is(sectionOf(none), undefined, none);
  for (const { sachgebiet } of rowsOf('teams')) t.true(isCodeOf('sachgebiete', sachgebiet));
  for (const { sachgebiet } of rowsOf('rollen')) t.true(sachgebiet === undefined || isCodeOf('sachgebiete', sachgebiet));
});

test('each section has clerks, specialists and a head; at the counter the service works as clerks do', (t) => {
  const four = ['SG1', 'SG2', 'SG3', 'SG4'];
  t.deepEqual(four.map(clerkGroupOf), ['sb-sg1', 'sb-sg2', 'svc', 'sb-sg4']);
  t.deepEqual(four.map(specialistGroupOf), ['rsb-sg1', 'rsb-sg2', 'rsb-sg3', 'rsb-sg4']);
  t.deepEqual(four.map(headGroupOf), ['sgl-sg1', 'sgl-sg2', 'sgl-sg3', 'sgl-sg4']);
  t.deepEqual(['sb-sg3', 'svc', 'rsb-sg1', 'sb', 'sb-sg7'].map(isClerk), [true, false, false, false, false]);
  t.deepEqual([...knownGroups].filter(worksAtCounter), ['svc', 'notfall', 'tel']);
  t.deepEqual([groupInSection('rsb', 'SG4'), groupInSection('al', 'SG4'), groupInSection('wer', 'SG4')], ['rsb-sg4', 'al', 'wer']);
});

test('a case that nobody has lies with the service, a hidden one in its circle', (t) => {
  t.deepEqual(handsOf({ section: null, role: null, hidden: false }), { section: 'SG3', group: 'svc' });
  t.deepEqual(handsOf({ section: null, role: null, hidden: true }), { section: 'SG4', group: 'sicherheit' });
  t.deepEqual(handsOf({ section: 'SG1', role: 'rsb-sg1', hidden: false }), { section: 'SG1', group: 'rsb-sg1' });
  t.is(answeringSection(null), 'SG1');
  t.is(answeringSection('SG2'), 'SG2');
});

test('a group is called what the office calls it', (t) => {
  t.is(nameGroup('rsb-sg1'), 'Rechtssachbearbeitung SG 1');
  t.is(nameGroup('svc'), 'Service');
  t.is(nameGroup('alt-sg1'), 'alt-sg1');
  t.is(nameRoles(['sb-sg4', 'al'], 'de'), 'Sachbearbeitung Sachgebiet 4, Abteilungsleitung');
  t.is(nameRoles(['sgl-sg2'], 'en'), 'Head, section 2');
});

test('the role of a model’s expression is found, whatever the section', (t) => {
  t.is(roleOfSection('"rsb-" + lower case(sachgebiet)')?.code, 'rsb');
  t.is(roleOfSection('"al-" + lower case(sachgebiet)'), undefined);
  t.is(roleOfSection('rolle'), undefined);
});

test('each begins where the work lies; of several roles the nearest to cases counts', (t) => {
  t.is(homeOf(['rsb-sg1']), 'fragen');
  t.is(homeOf(['al', 'sb-sg2']), 'aufgaben');
  t.is(homeOf(['pv', 'dsb']), 'protokoll');
  t.is(homeOf(['antragsteller']), 'portal');
  t.is(homeOf([]), 'karte');
});

test('whoever works here may do something', (t) => {
  for (const group of knownGroups) t.true((roleOf(group)?.darf.length ?? 0) > 0 || group === 'antragsteller', group);
});
