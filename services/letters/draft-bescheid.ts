import type { Transaction } from '../../db/connection.ts';
import { type CaseRow, getCase, latestAuthor } from '../cases/index.ts';
import { factIs, findRow, readFact } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { listAuthors } from '../tasks/index.ts';
import { returnsOf } from './bescheid-checks.ts';
import { type Facts, getKind } from './bescheid-kinds.ts';
import { insertBescheid } from './bescheide-store.ts';
import { composeLetter, type SendDeps } from './send-letter.ts';

/**
 * What the table of the second check asks for. How long somebody has been here and how their last sample went is data about a person's
 * performance: constant until there is an agreement on it (`dienstvereinbarung`).
 */
const checkInputs = (found: CaseRow, facts: Facts) => ({
  ermessen: readFact(facts, 'ermessen') || factIs(facts, 'eskalationVotum', 'ERMESSEN'),
  bearbeiterErfahrungMonate: 999,
  autorLetzteStichprobe: '',
  titelArt: findRow('anliegen', found.anliegen)?.titelArt ?? '',
  anliegen: found.anliegen,
});

/**
 * Writes the draft from the case's facts. The author is whoever decided last (`verfasst = ja`), whatever has been done since; where a model says of no step
 * that it decides, whoever completed the last one. Nobody signs what they wrote, so the author is among the accounts left out.
 */
export const draftBescheid = async (
  trx: Transaction,
  deps: SendDeps,
  order: { caseId: string; typ: string; jobKey: string; excluded: readonly string[] },
): Promise<Record<string, unknown>> => {
  const found = await getCase(trx, order.caseId);
  const { facts } = found;
  const kind = getKind(order.typ);
  const data = kind.data({ found, facts });
  const { subject, blocks, exactHash } = await composeLetter(trx, deps, { found, type: kind.letter, data });
  const bescheid = await insertBescheid(trx, {
    caseId: order.caseId,
    typ: order.typ,
    draft: { type: kind.letter, subject, blocks },
    exactHash,
    author: (await listAuthors(trx, order.caseId))[0] ?? (await latestAuthor(trx, order.caseId)) ?? null,
    jobKey: order.jobKey,
    at: nowOf(deps),
  });
  return {
    bescheidId: bescheid.bescheidId,
    bescheidTyp: order.typ,
    // Cases that run on the first release of the block ask for it.
    zeichnungNoetig: kind.signed,
    rueckgaben: await returnsOf(trx, order.caseId),
    ausgeschlossen: [...new Set([...order.excluded, ...(bescheid.author ? [bescheid.author] : [])])],
    ...checkInputs(found, facts),
  };
};
