import type { Transaction } from '../../db/connection.ts';
import { lockCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { DAY_MS } from '../platform/clock.ts';
import { NotFound } from '../platform/errors.ts';
import { type Looking, lookAgain } from '../platform/look-again.ts';
import { replaceLetter } from './bescheide-store.ts';
import { officeDay } from './format-date.ts';
import { endsOf, remedyNamed, unread } from './remedies.ts';
import { fileLetter, type SendDeps } from './send-letter.ts';
import { findLetter, listUnread } from './store.ts';

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

const EVERY_MS = 1_000;
/** Nothing younger can be too late; the exact day is `unread`'s business. */
const LEAST_DAYS = 10;

type Resending = SendDeps & Pick<Deps, 'db' | 'log'>;

/** Sends again all that lies unread for too long, by the office's own clock. Each letter in a transaction of its own. */
export const resendAllUnread = async (deps: Resending): Promise<void> => {
  const before = new Date(deps.clock.now().epochMilliseconds - LEAST_DAYS * DAY_MS);
  for (const letterId of await listUnread(deps.db, before)) await deps.db.transaction((trx) => resendUnread(trx, deps, letterId));
};

/** A job of the queue would come by real time, and this is a legal date. */
export const startResending = (deps: Resending): Looking =>
  lookAgain(EVERY_MS, () =>
    resendAllUnread(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'unread letters could not be sent again')),
  );
