import test from 'ava';
import { knownGroups, type Right, rightNames } from '../../../services/office/index.ts';
import { demoAccounts, groupsWith, hasRight, rightsOf } from '../../../services/staff/index.ts';

const clerk: Right[] = ['work-on-cases', 'decide-cases', 'take-cases', 'open-cases', 'take-own-payments', 'take-tasks'];
const specialist: Right[] = [
  ...(['work-on-cases', 'decide-cases', 'open-cases', 'take-tasks', 'answer-questions'] as const),
  ...(['trace-norms', 'edit-articles', 'read-changes', 'try-changes', 'approve-legal-changes'] as const),
];
const head: Right[] = ['work-on-cases', 'decide-cases', 'see-unrouted-cases', 'take-tasks', 'answer-questions', 'lead-section'];

/** One row per role: all it may do whatever the case. What is not named is refused. */
const matrix: Record<string, Right[]> = {
  sb: clerk,
  rsb: specialist,
  sgl: head,
  svc: [
    ...(['work-on-cases', 'take-cases', 'open-cases', 'see-status', 'see-unrouted-cases', 'identify-persons'] as const),
    ...(['correct-contacts', 'take-papers-in', 'take-payments', 'take-tasks'] as const),
  ],
  notfall: ['work-on-cases', 'see-status', 'identify-persons', 'take-papers-in', 'take-tasks'],
  tel: ['work-on-cases', 'see-status', 'identify-persons', 'take-tasks'],
  azubi: ['work-on-cases', 'see-status'],
  sicherheit: ['work-on-cases', 'open-cases', 'see-hidden-cases', 'take-tasks'],
  al: ['take-tasks', 'count-all-cases', 'trace-norms', 'read-changes', 'try-changes', 'approve-changes', 'bring-releases-back'],
  con: ['take-tasks', 'count-all-cases', 'trace-norms', 'read-changes'],
  pv: [
    ...(['take-tasks', 'count-all-cases', 'trace-norms', 'read-feedback', 'read-changes', 'edit-models'] as const),
    ...(['try-changes', 'bring-releases-back'] as const),
  ],
  wm: ['take-tasks', 'trace-norms', 'edit-articles', 'read-feedback'],
  dsb: ['take-tasks', 'read-audit', 'see-audit-state'],
  zd: ['take-tasks'],
  ops: ['take-tasks', 'read-changes', 'see-audit-state', 'see-operations'],
  antragsteller: [],
};

const expected = (group: string): Right[] => matrix[group.replace(/-sg\d$/, '')] ?? [];

test('the matrix names every role and every right', (t) => {
  t.deepEqual([...new Set([...knownGroups].map((group) => group.replace(/-sg\d$/, '')))].sort(), Object.keys(matrix).sort());
  t.deepEqual([...new Set(Object.values(matrix).flat())].sort(), [...rightNames].sort());
});

for (const group of knownGroups)
  test(`${group} has the rights of its row and no other`, (t) => {
    const user = { groups: [group], applicant: group === 'antragsteller' };
    for (const right of rightNames) t.is(hasRight(user, right), expected(group).includes(right), right);
    t.deepEqual(rightsOf(user).sort(), [...expected(group)].sort());
  });

for (const right of rightNames)
  test(`“${right}” belongs to the groups whose row names it`, (t) => {
    t.deepEqual([...groupsWith(right)].sort(), [...knownGroups].filter((group) => expected(group).includes(right)).sort());
  });

test('two groups have the rights of both, a group nobody knows has none', (t) => {
  t.deepEqual(rightsOf({ groups: ['dsb', 'sb-sg2'], applicant: false }).sort(), [...new Set([...expected('dsb'), ...clerk])].sort());
  t.deepEqual(rightsOf({ groups: ['admin', 'sb', 'sb-sg9', ''], applicant: false }), []);
  t.deepEqual(rightsOf({ groups: [], applicant: false }), []);
});

test('an applicant has none of the office’s rights, whatever groups they carry besides', (t) => {
  const groups = demoAccounts.flatMap((each) => each.groups);
  t.deepEqual(rightsOf({ groups, applicant: true }), []);
});
