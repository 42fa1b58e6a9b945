import type { Deps } from '../deps.ts';
import { auditRefusals } from '../platform/audit.ts';
import { NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { type CaseLevel, caseLevel } from '../staff/index.ts';
import { type CaseRow, findCase } from './store.ts';

/** The case, if this person sees it at one of the levels; else the NotFound of an absent one, noted in the audit trail. */
export const getVisibleCase = async (
  deps: Pick<Deps, 'db'>,
  user: User,
  caseId: string,
  levels: readonly CaseLevel[],
): Promise<{ found: CaseRow; level: CaseLevel }> =>
  auditRefusals(deps.db, { actor: user.account, action: 'open case file', caseId }, async () => {
    const found = await findCase(deps.db, caseId);
    const level = found ? caseLevel(user, found) : 'none';
    if (!found || !levels.includes(level)) throw new NotFound();
    return { found, level };
  });
