import type { Me } from '../api/me.ts';

/** Who owns processes and knowledge, answers for the law, leads or controls asks what rests on a norm. Others may, too; it is not in their way. */
export const usesNorms = ({ applicant, groups }: Pick<Me, 'applicant' | 'groups'>): boolean =>
  !applicant && groups.some((group) => /^(?:pv|al|con|wm|rsb-sg\d)$/.test(group));
