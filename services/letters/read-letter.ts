import { getVisibleCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { audit, auditRefusals } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { settleEnds } from './settle-ends.ts';
import { findLetter, type LetterRow, markOpened } from './store.ts';
import { letterView } from './view.ts';

type ReadDeps = Pick<Deps, 'db' | 'clock' | 'config'>;

/**
 * For the office with full sight of the case and for the applicant. Only the applicant's first reading opens the letter; a decision in the
 * portal is notified the day after it (§ 41 (2a) VwVfG).
 */
export const readLetter = async (deps: ReadDeps, query: { user: User; caseId: string; letterId: string }) => {
  const { user, letterId } = query;
  const { found, level } = await getVisibleCase(deps, user, query.caseId, ['full', 'portal']);
  return deps.db.transaction(async (trx) => {
    const opened = level === 'portal' && (await markOpened(trx, found.caseId, letterId, nowOf(deps)));
    const letter = await findLetter(trx, letterId);
    if (!letter || letter.caseId !== found.caseId) throw new NotFound();
    const ends =
      opened && letter.zustellung === 'PORTAL' ? await settleEnds(trx, deps, letter, { retrieved: deps.clock.today() }) : undefined;
    await audit(trx, {
      actor: user.account,
      action: 'view letter',
      caseId: found.caseId,
      section: found.section,
      object: `letter ${letterId}`,
      outcome: 'done',
    });
    return letterView({ ...letter, ...ends }, found.aktenzeichen);
  });
};

/** A letter known by its id alone. One that is not there is one that may not be seen; whether this person may, its case says. */
export const findVisibleLetter = (
  deps: Pick<Deps, 'db'>,
  { user, letterId, action }: { user: User; letterId: string; action: string },
): Promise<LetterRow> =>
  auditRefusals(deps.db, { actor: user.account, action, object: `letter ${letterId}` }, async () => {
    const found = await findLetter(deps.db, letterId);
    if (!found) throw new NotFound();
    return found;
  });

/** The same for whoever has only the letter's id: an address without its case. */
export const readLetterById = async (deps: ReadDeps, query: { user: User; letterId: string }) => {
  const { user, letterId } = query;
  const letter = await findVisibleLetter(deps, { user, letterId, action: 'view letter' });
  return readLetter(deps, { user, caseId: letter.caseId, letterId });
};
