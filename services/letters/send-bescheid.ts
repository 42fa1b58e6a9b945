import type { Transaction } from '../../db/connection.ts';
import { latestAuthor, lockCase } from '../cases/index.ts';
import { bekanntgabePost, monthDeadline } from '../platform/calendar.ts';
import { NotFound } from '../platform/errors.ts';
import { type Bescheid, lockBescheid, markSent } from './bescheide-store.ts';
import { type BescheidTyp, bescheidKinds } from './draft-bescheid.ts';
import { officeDay } from './format-date.ts';
import { office } from './office.ts';
import { fileLetter, type SendDeps } from './send-letter.ts';

/** Days as `YYYY-MM-DD`. */
export type Notification = { bekanntgabeAm: string; rechtsbehelfBis: string | null };

/**
 * A refusal goes by post: notified some days after posting, action within one month (§ 74 VwGO, § 83 (2) AufenthG allows no
 * objection). A Duldung was handed over in person: notified that day, and its cover letter sets no deadline.
 */
const notificationOf = (typ: string, today: Temporal.PlainDate, facts: Record<string, unknown>): Notification => {
  if (typ === 'DUL') {
    const day = bekanntgabePost(today, office.bekanntgabeFiktionTage);
    return { bekanntgabeAm: day.toString(), rechtsbehelfBis: monthDeadline(day, 1).toString() };
  }
  const handedOver = facts.ausgehaendigtAm;
  const known = typeof handedOver === 'string' && /^\d{4}-\d\d-\d\d/.test(handedOver);
  return { bekanntgabeAm: known ? officeDay(handedOver) : today.toString(), rechtsbehelfBis: null };
};

const signerOf = async (trx: Transaction, bescheid: Bescheid): Promise<string | null> => {
  if (!bescheidKinds[bescheid.typ as BescheidTyp].signed) return null;
  const signer = await latestAuthor(trx, bescheid.caseId, 'userTask_BescheidZeichnen');
  if (!signer) throw new Error('Der Bescheid ist nicht gezeichnet; eine Ablehnung geht nur mit Unterschrift hinaus.');
  if (signer === bescheid.author)
    throw new Error('Den Bescheid hat gezeichnet, wer ihn geschrieben hat; eine zweite Person muss zeichnen.');
  return signer;
};

/** Sends the draft as it was signed, once. Asked again, it gives the dates of the letter that went out. */
export const sendBescheid = async (
  trx: Transaction,
  deps: SendDeps,
  order: { caseId: string; bescheidId: string; elementId: string },
): Promise<Notification> => {
  const found = await lockCase(trx, order.caseId);
  const bescheid = await lockBescheid(trx, order.bescheidId);
  if (!found || !bescheid || bescheid.caseId !== order.caseId) throw new NotFound();
  const signedBy = await signerOf(trx, bescheid);
  const letter = await fileLetter(trx, deps, found, {
    type: bescheid.draft.type,
    businessKey: `${order.caseId}:bescheid:${order.bescheidId}`,
    letter: bescheid.draft,
    by: signedBy ?? 'Lotse',
    elementId: order.elementId,
    ...notificationOf(bescheid.typ, deps.clock.today(), found.facts),
  });
  await markSent(trx, bescheid.bescheidId, { letterId: letter.letterId, signedBy, at: letter.at });
  return { bekanntgabeAm: letter.bekanntgabeAm ?? officeDay(letter.at), rechtsbehelfBis: letter.rechtsbehelfBis };
};
