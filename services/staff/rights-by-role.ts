import type { User } from '../platform/route.ts';
import { knownGroups } from './groups.ts';
import { type Right, rightNames } from './right-names.ts';

const counter = ['svc', 'notfall', 'tel'];
const deciding = ['sb', 'rsb', 'sgl'];
const writesModels = ['pv'];
const signsModels = ['al', 'rsb'];

/** Which roles have which right. Everything is refused unless a line here allows it. */
const holders: Readonly<Record<Right, readonly string[]>> = {
  'work-on-cases': [...deciding, ...counter, 'sicherheit', 'azubi'],
  'decide-cases': deciding,
  'take-cases': ['sb', 'svc'],
  'open-cases': ['sb', 'rsb', 'svc', 'sicherheit'],
  'see-status': [...counter, 'azubi'],
  'see-unrouted-cases': ['sgl', 'svc'],
  'see-hidden-cases': ['sicherheit'],
  'identify-persons': counter,
  'correct-contacts': ['svc'],
  'take-papers-in': ['svc', 'notfall'],
  'take-payments': ['svc'],
  'take-own-payments': ['sb'],
  'take-tasks': [...deciding, ...counter, 'sicherheit', 'al', 'con', 'pv', 'wm', 'dsb', 'zd', 'ops'],
  'answer-questions': ['rsb', 'sgl'],
  'lead-section': ['sgl'],
  'count-all-cases': ['al', 'con', 'pv'],
  'trace-norms': ['al', 'con', 'pv', 'wm', 'rsb'],
  'edit-articles': ['wm', 'rsb'],
  'read-feedback': ['pv', 'wm'],
  'read-changes': [...writesModels, ...signsModels, 'con', 'ops'],
  'edit-models': writesModels,
  'try-changes': [...writesModels, ...signsModels],
  'approve-changes': ['al'],
  'approve-legal-changes': ['rsb'],
  'bring-releases-back': [...writesModels, 'al'],
  'read-audit': ['dsb'],
  'see-audit-state': ['ops', 'dsb'],
  'see-operations': ['ops'],
};

const groupsOf = (roles: readonly string[]): string[] => [...knownGroups].filter((group) => roles.includes(group.split('-')[0] ?? ''));

/** A group that the office does not know has no right. */
const groups = Object.fromEntries(rightNames.map((right) => [right, groupsOf(holders[right])])) as Record<Right, string[]>;

/** Groups whose people have the right: for routes that exist for them alone. */
export const groupsWith = (right: Right): readonly string[] => groups[right];

/** Whether this person has the right. Applicants have none of the office's, whatever groups they carry besides. */
export const hasRight = (user: Pick<User, 'applicant' | 'groups'>, right: Right): boolean =>
  !user.applicant && user.groups.some((group) => groups[right].includes(group));

/** All of a person's rights, as `GET /api/me` says them. */
export const rightsOf = (user: Pick<User, 'applicant' | 'groups'>): Right[] => rightNames.filter((right) => hasRight(user, right));
