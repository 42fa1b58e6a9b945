import type { Transaction } from '../../db/connection.ts';
import { addHistory, announcePapers, type CaseRow, lockCase, notifyCase, tellPapersComplete, tellStatement } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { nameOf, rowHas } from '../office/index.ts';
import { audit } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { NotFound } from '../platform/errors.ts';
import { checkState } from '../tasks/index.ts';
import { openWaits, type Wait } from '../waits/index.ts';
import type { CheckedFile } from './check-file.ts';
import { missingPapers } from './missing-papers.ts';
import { findSame, findUnreadOutside, insertDocument } from './store.ts';

type StoreDeps = Pick<Deps, 'db' | 'clock' | 'commands'>;

const isAwaitedStatement = (wait: Pick<Wait, 'kind'>, type: string): boolean =>
  rowHas('fristen', wait.kind, 'stellungnahmeErwartet') && rowHas('unterlagen', type, 'stellungnahme');

/** Waits whose last expected paper this is go on; a part of what is expected lets the wait continue. A hearing goes on with the statement. */
const tellWaits = async (trx: Transaction, deps: StoreDeps, caseId: string, type: string): Promise<void> => {
  for (const wait of await openWaits(trx, caseId)) {
    if (isAwaitedStatement(wait, type)) await tellStatement(trx, deps, wait);
    if (!rowHas('fristen', wait.kind, 'unterlagenErwartet') || !wait.expected.includes(type)) continue;
    if ((await missingPapers(trx, caseId, wait.expected)).length > 0) continue;
    await tellPapersComplete(trx, deps, wait);
  }
};

const isClosed = (found: CaseRow): boolean => found.status === 'abgeschlossen' || found.status === 'zurueckgenommen';

/** Nobody waits for papers, and no check that would see them is open or still to come. In a closed case none comes any more. */
const isOutside = async (trx: Transaction, found: CaseRow, type: string): Promise<boolean> => {
  if (
    (await openWaits(trx, found.caseId)).some(
      (wait) => rowHas('fristen', wait.kind, 'unterlagenErwartet') || isAwaitedStatement(wait, type),
    )
  )
    return false;
  const check = await checkState(trx, found.caseId);
  return check === 'vorbei' || (check === 'kommt-noch' && isClosed(found));
};

/**
 * Puts a paper into the file, whatever the state of the case: papers after the decision are kept too. The same bytes of the same
 * kind are the paper already there, without a second effect. All that follows from it commits with it; the case is locked, so
 * that of two last papers arriving together one sees the other. Papers nobody waited for make one task until it is done.
 */
export const storeDocument = (
  deps: StoreDeps,
  upload: { caseId: string; file: CheckedFile; by: string },
): Promise<{ documentId: string; created: boolean }> =>
  deps.db.transaction(async (trx) => {
    const { caseId, file, by } = upload;
    const found = await lockCase(trx, caseId);
    if (!found) throw new NotFound();
    const same = await findSame(trx, caseId, file);
    if (same) return { documentId: same, created: false };
    const at = nowOf(deps);
    const outside = await isOutside(trx, found, file.type);
    const taskOpen = outside && (await findUnreadOutside(trx, caseId)) !== undefined;
    const documentId = await insertDocument(trx, { ...file, caseId, at, by, outside });
    await addHistory(trx, {
      caseId,
      at,
      text: `Unterlage eingegangen: ${nameOf('unterlagen', file.type)}`,
      by,
      lineKey: `document:${documentId}`,
    });
    await tellWaits(trx, deps, caseId, file.type);
    if (outside && !taskOpen) await announcePapers(trx, deps, { caseId, documentId });
    await audit(trx, {
      actor: by,
      action: 'add document',
      caseId,
      section: found.section,
      object: `document ${documentId}`,
      outcome: 'done',
    });
    await notifyCase(trx, found);
    return { documentId, created: true };
  });
