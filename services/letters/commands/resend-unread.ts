import Joi from 'joi';
import { defineCommand } from '../../engine/define-command.ts';
import { endOfDay, portalRetrievalEnds } from '../../platform/calendar.ts';
import { officeDay } from '../format-date.ts';
import { resendUnread } from '../resend-unread.ts';
import { findLetter } from '../store.ts';

/** Where the office's clock can be moved it is asked more often: the queue's own time does not move with it. */
const ASK_AGAIN_DEMO_MS = 15_000;
const ASK_AGAIN_MS = 6 * 3_600_000;

/** A decision in the portal that nobody opens within ten days is not notified: then it goes by post (§ 41 (2a) VwVfG). */
export default defineCommand<{ letterId: string }>({
  schema: { letterId: Joi.string().uuid().required() },
  needsEngine: false,
  run: async ({ letterId }, deps) => {
    const letter = await findLetter(deps.db, letterId);
    if (!letter || letter.bekanntgabeAm) return;
    const ends = endOfDay(portalRetrievalEnds(Temporal.PlainDate.from(officeDay(letter.at))));
    const left = ends.epochMilliseconds - deps.clock.now().epochMilliseconds;
    if (left < 0) {
      await deps.db.transaction((trx) => resendUnread(trx, deps, letterId));
      return;
    }
    const delayMs = Math.min(left + 1_000, deps.config.demo ? ASK_AGAIN_DEMO_MS : ASK_AGAIN_MS);
    await deps.db.transaction((trx) =>
      deps.commands.add(trx, 'resend-unread', { letterId }, { delayMs, key: `resend-unread:${letterId}` }),
    );
  },
});
