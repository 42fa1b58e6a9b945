import type { Transaction } from '../../db/connection.ts';
import type { Deps } from '../deps.ts';
import { DAY_MS } from '../platform/clock.ts';

/** Starts the task "Neue Unterlagen prüfen". The paper that gave the occasion names the message, so a repeat starts nothing. */
export const announcePapers = (
  trx: Transaction,
  deps: Pick<Deps, 'commands'>,
  paper: { caseId: string; documentId: string },
): Promise<void> =>
  deps.commands.add(trx, 'publish-message', {
    name: 'unterlagen-nachgereicht',
    correlationKey: paper.caseId,
    messageId: paper.documentId,
    ttlMs: DAY_MS,
    variables: { caseId: paper.caseId },
    caseId: paper.caseId,
  });
