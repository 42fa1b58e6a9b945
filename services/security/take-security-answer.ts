import { SIMULATION } from '../authorities/index.ts';
import { addHistory, lockCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { nowOf } from '../platform/clock.ts';
import { findLinkOfMain, type Link, updateLink } from './link-store.ts';
import { tellOfficers } from './open-hidden-case.ts';
import { releaseMainCase } from './release-main-case.ts';

type AnswerDeps = Pick<Deps, 'clock' | 'commands'>;

/** Something is being looked into, so a later "nothing known" does not let the case go on. Being late alone is no such thing. */
const isHeld = (link: Link | undefined): link is Link =>
  link !== undefined && !link.releasedAt && link.grounds.some((ground) => ground !== 'UEBERFAELLIG');

/** What was found has been looked into and let go: the same answer in a later round opens nothing new. */
const isCleared = (link: Link | undefined): boolean => link?.releasedAt !== null && link?.grounds.includes('ERKENNTNISSE') === true;

const release = async (trx: Transaction, deps: AnswerDeps, link: Link | undefined, mainCaseId: string): Promise<void> => {
  const told = await releaseMainCase(trx, deps, mainCaseId);
  if (told && link?.releasedAt && !link.signalledAt) await updateLink(trx, link.hiddenCaseId, { signalledAt: nowOf(deps) });
};

/**
 * The security authorities have answered. Nothing known: the case goes on. Something known: a hidden case is opened and the ordinary one just goes
 * on waiting, exactly as if nobody had answered.
 */
export const takeSecurityAnswer = async (
  trx: Transaction,
  deps: AnswerDeps,
  { caseId, orderId, finding }: { caseId: string; orderId: string; finding: boolean },
): Promise<void> => {
  const main = await lockCase(trx, caseId);
  if (!main || main.closedAt) return;
  const link = await findLinkOfMain(trx, caseId);
  if (finding && !isCleared(link)) {
    const text = `Antwort auf die Sicherheitsanfrage: Es liegen Erkenntnisse vor (${SIMULATION})`;
    await tellOfficers(trx, deps, main, { ground: 'ERKENNTNISSE', text, by: 'Lotse', lineKey: `finding:${orderId}` });
    return;
  }
  if (link && !link.releasedAt)
    await addHistory(trx, {
      caseId: link.hiddenCaseId,
      at: nowOf(deps),
      text: `Antwort auf die Sicherheitsanfrage: keine Erkenntnisse (${SIMULATION})`,
      by: 'Lotse',
      lineKey: `nothing-found:${orderId}`,
    });
  if (!isHeld(link)) await release(trx, deps, link, caseId);
};
