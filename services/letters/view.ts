import type { Draft, Letter, Mailbox } from './answers.ts';
import type { DraftShown } from './show-draft.ts';
import type { LetterRow, MailboxRow } from './store.ts';

const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;

export const letterView = (letter: LetterRow, aktenzeichen: string): Letter => ({
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
  zustellung: letter.zustellung,
  zugestelltAm: letter.zugestelltAm,
  rechtsbehelf: letter.rechtsbehelf,
  bestandskraftAb: letter.bestandskraftAb,
  recipient: letter.recipient,
  addressee: letter.addressee,
  version: letter.version,
});

export const mailboxView = (row: MailboxRow): Mailbox[number] => ({
  letterId: row.letterId,
  caseId: row.caseId,
  aktenzeichen: row.aktenzeichen,
  subject: row.subject,
  at: row.at.toISOString(),
  openedAt: isoOrNull(row.openedAt),
});

export const draftView = ({ bescheid, returned, changes }: DraftShown): Draft => ({
  bescheidId: bescheid.bescheidId,
  typ: bescheid.typ,
  subject: bescheid.draft.subject,
  blocks: bescheid.draft.blocks,
  author: bescheid.author,
  returns: returned.length,
  returned: returned.map(({ by, at, reason }) => ({ by, at: at.toISOString(), reason })),
  changes,
});
