import { openCase } from '../../caselife/index.ts';
import type { Deps } from '../../deps.ts';
import { storeDocument } from '../../documents/index.ts';
import { getRowWith } from '../../office/index.ts';
import { audit } from '../../platform/audit.ts';
import { deleteDraft, lockDraft, readFiles } from '../store.ts';
import { toApplicant } from './to-applicant.ts';

/**
 * Turns the draft into a case with its papers; all of it commits together, so that the first check of papers sees them. Undefined when
 * the draft is gone: it has been sent already.
 */
export const sendApplication = (deps: Pick<Deps, 'db' | 'clock' | 'commands'>, account: string): Promise<string | undefined> =>
  deps.db.transaction(async (trx) => {
    const draft = await lockDraft(trx, account);
    if (!draft) return undefined;
    const here = { ...deps, db: trx };
    const { code, onlineAntrag } = getRowWith('anliegen', 'onlineAntrag');
    const { caseId } = await openCase(here, {
      anliegen: code,
      applicant: toApplicant(draft.typed, deps.clock.today().toString()),
      facts: { ...onlineAntrag?.angaben },
      openedBy: account,
      byApplicant: true,
    });
    for (const file of await readFiles(trx, account)) await storeDocument(here, { caseId, file, by: account });
    await deleteDraft(trx, account);
    await audit(trx, { actor: account, action: 'open case', caseId, outcome: 'done' });
    return caseId;
  });
