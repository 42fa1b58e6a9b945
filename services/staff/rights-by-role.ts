import { knownGroups, type Right, rightNames, roleOf } from '../office/index.ts';
import type { User } from '../platform/route.ts';

// Which role has which right stands in processes/amt/rollen.json. A group that the office does not know has none.

const groups = Object.fromEntries(
  rightNames.map((right) => [right, [...knownGroups].filter((group) => roleOf(group)?.darf.includes(right))]),
) as Record<Right, string[]>;

/** Groups whose people have the right: for routes that exist for them alone. */
export const groupsWith = (right: Right): readonly string[] => groups[right];

/** Whether this person has the right. Applicants have none of the office's, whatever groups they carry besides. */
export const hasRight = (user: Pick<User, 'applicant' | 'groups'>, right: Right): boolean =>
  !user.applicant && user.groups.some((group) => groups[right].includes(group));

/** All of a person's rights, as `GET /api/me` says them. */
export const rightsOf = (user: Pick<User, 'applicant' | 'groups'>): Right[] => rightNames.filter((right) => hasRight(user, right));
