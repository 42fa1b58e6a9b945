import Joi from 'joi';
import type { LetterRow, MailboxRow } from './store.ts';

export const blockSchema = Joi.object({
  kind: Joi.string().valid('ueberschrift', 'absatz', 'liste', 'exakt').required(),
  text: Joi.string(),
  items: Joi.array().items(Joi.string()),
});

const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;

export const letterView = (letter: LetterRow, aktenzeichen: string) => ({
  letterId: letter.letterId,
  caseId: letter.caseId,
  aktenzeichen,
  type: letter.type,
  channel: letter.channel,
  subject: letter.subject,
  blocks: letter.body,
  at: letter.at.toISOString(),
  bekanntgabeAm: letter.bekanntgabeAm,
  rechtsbehelfBis: letter.rechtsbehelfBis,
  openedAt: isoOrNull(letter.openedAt),
});

export const mailboxView = (row: MailboxRow) => ({
  letterId: row.letterId,
  caseId: row.caseId,
  aktenzeichen: row.aktenzeichen,
  subject: row.subject,
  at: row.at.toISOString(),
  openedAt: isoOrNull(row.openedAt),
});
