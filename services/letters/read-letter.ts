import { getVisibleCase } from '../cases/index.ts';
import type { Deps } from '../engine/contracts.ts';
import { audit, auditRefusals } from '../platform/audit.ts';
import { NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { findLetter, markOpened } from './store.ts';
import { letterView } from './view.ts';

/** For the office with full sight of the case and for the applicant. Only the applicant's first reading opens the letter. */
export const readLetter = async (deps: Pick<Deps, 'db' | 'clock'>, query: { user: User; caseId: string; letterId: string }) => {
  const { user, letterId } = query;
  const { found, level } = await getVisibleCase(deps, user, query.caseId, ['full', 'portal']);
  return deps.db.transaction(async (trx) => {
    if (level === 'portal') await markOpened(trx, found.caseId, letterId, new Date(deps.clock.now().epochMilliseconds));
    const letter = await findLetter(trx, letterId);
    if (!letter || letter.caseId !== found.caseId) throw new NotFound();
    await audit(trx, {
      actor: user.account,
      action: 'view letter',
      caseId: found.caseId,
      section: found.section,
      object: `letter ${letterId}`,
      outcome: 'done',
    });
    return letterView(letter, found.aktenzeichen);
  });
};

/** The same for whoever has only the letter's id: an address without its case. A letter that is not there is one that may not be seen. */
export const readLetterById = async (deps: Pick<Deps, 'db' | 'clock'>, query: { user: User; letterId: string }) => {
  const { user, letterId } = query;
  const letter = await auditRefusals(deps.db, { actor: user.account, action: 'view letter', object: `letter ${letterId}` }, async () => {
    const found = await findLetter(deps.db, letterId);
    if (!found) throw new NotFound();
    return found;
  });
  return readLetter(deps, { user, caseId: letter.caseId, letterId });
};
