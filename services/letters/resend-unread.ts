import type { Transaction } from '../../db/connection.ts';
import { lockCase } from '../cases/index.ts';
import { NotFound } from '../platform/errors.ts';
import { replaceLetter } from './bescheide-store.ts';
import { officeDay } from './format-date.ts';
import { endsOf, remedyNamed, unread } from './remedies.ts';
import { fileLetter, type SendDeps } from './send-letter.ts';
import { findLetter } from './store.ts';

/** Sends a decision that was not opened in the portal once more, by post, with the same words. Its dates count from this letter. */
export const resendUnread = async (trx: Transaction, deps: SendDeps, letterId: string): Promise<void> => {
  const first = await findLetter(trx, letterId);
  const found = first && (await lockCase(trx, first.caseId));
  const letter = await findLetter(trx, letterId);
  if (!found || !letter) throw new NotFound();
  const today = deps.clock.today();
  const sent = Temporal.PlainDate.from(officeDay(letter.at));
  if (letter.zustellung !== 'PORTAL' || letter.bekanntgabeAm || !unread(sent, today)) return;
  const { bekanntgabeFiktionTage: fictionDays, bekanntgabeVerschieben: shift } = deps.config;
  const again = await fileLetter(trx, deps, found, {
    type: letter.type,
    businessKey: `${letter.businessKey}:post`,
    letter: { subject: letter.subject, blocks: letter.body },
    by: 'Lotse',
    historyText: 'Bescheid im Portal nicht abgerufen und darum nicht bekanntgegeben: noch einmal mit der Post verschickt',
    decision: {
      ...endsOf({ delivery: 'POST', sent: today, fictionDays, shift }, remedyNamed(letter.rechtsbehelf), letter.belehrt),
      zustellung: 'POST',
      rechtsbehelf: letter.rechtsbehelf,
      belehrt: letter.belehrt,
      resendOf: letterId,
    },
  });
  await replaceLetter(trx, letterId, again.letterId);
};
