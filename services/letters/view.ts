import Joi from 'joi';
import { deliveries } from './remedies.ts';
import type { DraftShown } from './show-draft.ts';
import type { LetterRow, MailboxRow } from './store.ts';

const blockSchema = Joi.object({
  kind: Joi.string().valid('ueberschrift', 'absatz', 'liste', 'exakt').required(),
  text: Joi.string(),
  items: Joi.array().items(Joi.string()),
});

export const letterSchema = Joi.object({
  letterId: Joi.string().guid().required(),
  caseId: Joi.string().guid().required(),
  aktenzeichen: Joi.string().required(),
  type: Joi.string().required(),
  channel: Joi.string().valid('portal', 'post').required(),
  subject: Joi.string().required(),
  blocks: Joi.array().items(blockSchema).required(),
  at: Joi.string().isoDate().required(),
  bekanntgabeAm: Joi.string().allow(null).required(),
  rechtsbehelfBis: Joi.string().allow(null).required(),
  openedAt: Joi.string().isoDate().allow(null).required(),
  zustellung: Joi.string()
    .valid(...deliveries)
    .allow(null)
    .required()
    .description('how a decision was delivered'),
  zugestelltAm: Joi.string().allow(null).required().description('from the certificate, or the day it really came'),
  rechtsbehelf: Joi.string().valid('WIDERSPRUCH', 'KLAGE').allow(null).required(),
  bestandskraftAb: Joi.string().allow(null).required().description('from this day on nothing can be done against it'),
  recipient: Joi.object({ name: Joi.string(), address: Joi.string().allow('') })
    .allow(null)
    .required()
    .description('whom it is addressed to, if not to the person'),
  addressee: Joi.object({ name: Joi.string().allow(''), address: Joi.string().allow('') })
    .required()
    .description('what stands in its window: as it was written, whatever is corrected later'),
  version: Joi.number().integer().required().description('of the noted delivery, as ETag and in If-Match'),
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
  zustellung: letter.zustellung,
  zugestelltAm: letter.zugestelltAm,
  rechtsbehelf: letter.rechtsbehelf,
  bestandskraftAb: letter.bestandskraftAb,
  recipient: letter.recipient,
  addressee: letter.addressee,
  version: letter.version,
});

export const mailboxView = (row: MailboxRow) => ({
  letterId: row.letterId,
  caseId: row.caseId,
  aktenzeichen: row.aktenzeichen,
  subject: row.subject,
  at: row.at.toISOString(),
  openedAt: isoOrNull(row.openedAt),
});

const text = Joi.string().allow('');

export const draftSchema = Joi.object({
  bescheidId: Joi.string().guid(),
  typ: Joi.string(),
  subject: Joi.string(),
  blocks: Joi.array().items(blockSchema),
  author: Joi.string().allow(null),
  returns: Joi.number().integer().description('how often this decision was given back'),
  returned: Joi.array().items(Joi.object({ by: Joi.string(), at: Joi.string().isoDate(), reason: text })),
  changes: Joi.array()
    .items(Joi.object({ kind: Joi.string().valid('same', 'added', 'removed', 'changed'), before: blockSchema, after: blockSchema }))
    .allow(null)
    .description('against the draft that was given back last; null at the first look'),
});

export const draftView = ({ bescheid, returned, changes }: DraftShown) => ({
  bescheidId: bescheid.bescheidId,
  typ: bescheid.typ,
  subject: bescheid.draft.subject,
  blocks: bescheid.draft.blocks,
  author: bescheid.author,
  returns: returned.length,
  returned: returned.map(({ by, at, reason }) => ({ by, at: at.toISOString(), reason })),
  changes,
});
