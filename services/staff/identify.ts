import type { Database } from '../../db/connection.ts';
import { applicantGroup, knownGroups } from '../office/index.ts';
import type { User } from '../platform/route.ts';
import type { Claims, Identify } from '../platform/sign-in/claims.ts';
import { recordStaffClaims, type StaffMember } from './store.ts';

const keepMs = 30_000;

/**
 * Gives a signed-in person their place in the office. Groups come from the identity provider, and the newest token anyone
 * showed for an account counts for all of its sessions: a group that was taken away is gone within half a minute, an old token or
 * session notwithstanding. Teams and skills come from the office's record; a locked account is nobody. Groups the office does
 * not know are dropped. Applicants are no staff and leave no row.
 */
export const createIdentify = (db: Database): Identify => {
  const cache = new Map<string, { member: StaffMember; asOf: bigint; until: number }>();

  const findMember = async (claims: Claims, groups: string[]): Promise<StaffMember> => {
    const kept = cache.get(claims.account);
    const asOf = claims.issuedAt.epochNanoseconds;
    if (kept && kept.until > Date.now() && kept.asOf >= asOf) return kept.member;
    const member = await recordStaffClaims(db, { ...claims, groups });
    if (cache.size > 10_000) cache.clear();
    cache.set(claims.account, { member, asOf: kept && kept.asOf > asOf ? kept.asOf : asOf, until: Date.now() + keepMs });
    return member;
  };

  return async (claims): Promise<User | undefined> => {
    const groups = claims.groups.filter((group) => knownGroups.has(group));
    const { account, name } = claims;
    if (groups.length === 1 && groups[0] === applicantGroup) return { account, name, groups, teams: [], skills: [], applicant: true };
    const staffGroups = groups.filter((group) => group !== applicantGroup);
    const member = await findMember(claims, staffGroups);
    if (!member.active) return undefined;
    return {
      account,
      name,
      groups: staffGroups.filter((group) => member.groups.includes(group)),
      teams: member.teams,
      skills: member.skills,
      applicant: false,
    };
  };
};
