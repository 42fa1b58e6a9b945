import type { Reader, Transaction } from '../../db/connection.ts';
import { listOf, part, shaped } from '../../db/parts.ts';
import { selectCases } from '../cases/index.ts';
import type { LetterLine } from './answers.ts';
import type { Delivery, Ends, RemedyKind } from './remedies.ts';
import type { LetterBlock } from './render-letter.ts';

export type LetterRow = {
  letterId: string;
  caseId: string;
  businessKey: string;
  type: string;
  channel: string;
  subject: string;
  body: LetterBlock[];
  bodyHash: string;
  at: Date;
  /** Days, `YYYY-MM-DD`; null for letters that decide nothing. */
  bekanntgabeAm: string | null;
  rechtsbehelfBis: string | null;
  openedAt: Date | null;
  /** How a decision was delivered; null for other letters. */
  zustellung: Delivery | null;
  rechtsbehelf: RemedyKind | null;
  /** Whether the right instruction stands on it. */
  belehrt: boolean;
  /** From the certificate, or the day it really came. */
  zugestelltAm: string | null;
  bestandskraftAb: string | null;
  /** Whom it is addressed to, if not to the person. */
  recipient: Addressee | null;
  /** What stands in its window: whom and where it was written to, whatever is corrected later. */
  addressee: Addressee;
  /** Counts the days of delivery people noted: who notes one says which they saw. */
  version: number;
  deliveryBy: string | null;
  deliveryAt: Date | null;
};
export type Addressee = { name: string; address: string };

// A date column would come back as midnight of the machine's own time zone, so it is asked for as text.
const day = (db: Reader, column: string, as: string) => db.raw('letters.??::text as ??', [column, as]);

const selectLetters = (db: Reader) =>
  db('letters')
    .select({
      letterId: 'letters.letter_id',
      caseId: 'letters.case_id',
      businessKey: 'letters.business_key',
      type: 'letters.type',
      channel: 'letters.channel',
      subject: 'letters.subject',
      body: 'letters.body',
      bodyHash: 'letters.body_hash',
      at: 'letters.at',
      openedAt: 'letters.opened_at',
      zustellung: 'letters.zustellung',
      rechtsbehelf: 'letters.rechtsbehelf',
      belehrt: 'letters.belehrt',
      recipient: 'letters.recipient',
      addressee: 'letters.addressee',
      version: 'letters.version',
      deliveryBy: 'letters.delivery_by',
      deliveryAt: 'letters.delivery_at',
    })
    .select(
      day(db, 'bekanntgabe_am', 'bekanntgabeAm'),
      day(db, 'rechtsbehelf_bis', 'rechtsbehelfBis'),
      day(db, 'zugestellt_am', 'zugestelltAm'),
      day(db, 'bestandskraft_ab', 'bestandskraftAb'),
    );

export type NewLetter = Omit<LetterRow, 'letterId' | 'openedAt' | 'zugestelltAm' | 'version' | 'deliveryBy' | 'deliveryAt'> & {
  resendOf: string | null;
};

/** Inserts unless the business key is taken; undefined then. */
export const insertLetter = async (trx: Transaction, letter: NewLetter): Promise<string | undefined> => {
  const rows = (await trx('letters')
    .insert({
      case_id: letter.caseId,
      business_key: letter.businessKey,
      type: letter.type,
      channel: letter.channel,
      subject: letter.subject,
      body: JSON.stringify(letter.body),
      body_hash: letter.bodyHash,
      at: letter.at,
      bekanntgabe_am: letter.bekanntgabeAm,
      rechtsbehelf_bis: letter.rechtsbehelfBis,
      bestandskraft_ab: letter.bestandskraftAb,
      zustellung: letter.zustellung,
      rechtsbehelf: letter.rechtsbehelf,
      belehrt: letter.belehrt,
      recipient: letter.recipient ? JSON.stringify(letter.recipient) : null,
      addressee: JSON.stringify(letter.addressee),
      resend_of: letter.resendOf,
    })
    .onConflict('business_key')
    .ignore()
    .returning('letter_id')) as { letter_id: string }[];
  return rows[0]?.letter_id;
};

export const findLetter = (db: Reader, letterId: string): Promise<LetterRow | undefined> =>
  selectLetters(db).where('letters.letter_id', letterId).first();

export const findLetterByKey = (db: Reader, businessKey: string): Promise<LetterRow | undefined> =>
  selectLetters(db).where('letters.business_key', businessKey).first();

const letterRows = part<Omit<LetterLine, 'at'> & { at: Date }>(
  `select letter_id as "letterId", type, at, channel, subject, zustellung, zugestellt_am::text as "zugestelltAm", bekanntgabe_am::text as "bekanntgabeAm",
          rechtsbehelf, rechtsbehelf_bis::text as "rechtsbehelfBis", bestandskraft_ab::text as "bestandskraftAb", version, recipient ->> 'name' as recipient
     from letters where case_id = $1 order by letters.at, letter_id`,
  ['at'],
);

/** The letters of a case, oldest first, for the case view; `recipient` if it went to somebody else. */
export const lettersOfCase = shaped(letterRows, (row): LetterLine => ({ ...row, at: row.at.toISOString() }));

export const listLetters = listOf(lettersOfCase);

export type MailboxRow = { letterId: string; caseId: string; aktenzeichen: string; subject: string; at: Date; openedAt: Date | null };

/** All letters to one applicant's account, newest first. Hidden cases have no mailbox. */
export const selectMailbox = (db: Reader, account: string, limit = 200): Promise<MailboxRow[]> =>
  db('letters')
    .join(selectCases(db).where({ 'cases.created_by': account, 'cases.hidden': false }).as('mine'), 'mine.caseId', 'letters.case_id')
    .select({
      letterId: 'letters.letter_id',
      caseId: 'letters.case_id',
      aktenzeichen: 'mine.aktenzeichen',
      subject: 'letters.subject',
      at: 'letters.at',
      openedAt: 'letters.opened_at',
    })
    .orderBy([
      { column: 'letters.at', order: 'desc' },
      { column: 'letters.letter_id', order: 'desc' },
    ])
    .limit(limit);

/** Only the first reading counts: true for it. */
export const markOpened = async (trx: Transaction, caseId: string, letterId: string, at: Date): Promise<boolean> =>
  (await trx('letters').where({ letter_id: letterId, case_id: caseId }).whereNull('opened_at').update({ opened_at: at })) === 1;

export const lockLetter = async (trx: Transaction, letterId: string): Promise<LetterRow | undefined> => {
  await trx('letters').where('letter_id', letterId).forNoKeyUpdate().select('letter_id');
  return findLetter(trx, letterId);
};

/** The dates of a decision, as they are known now. */
/** Whose word the day of delivery is. */
export const noteDeliveryOf = async (trx: Transaction, letterId: string, { by, at }: { by: string; at: Date }): Promise<void> => {
  await trx('letters')
    .where('letter_id', letterId)
    .update({ version: trx.raw('version + 1'), delivery_by: by, delivery_at: at });
};

export const updateEnds = async (trx: Transaction, letterId: string, ends: Ends & { zugestelltAm?: string }): Promise<void> => {
  await trx('letters')
    .where('letter_id', letterId)
    .update({
      bekanntgabe_am: ends.bekanntgabeAm,
      rechtsbehelf_bis: ends.rechtsbehelfBis,
      bestandskraft_ab: ends.bestandskraftAb,
      ...(ends.zugestelltAm ? { zugestellt_am: ends.zugestelltAm } : {}),
    });
};

/** Decisions put into the portal before this moment that nobody has opened in time, and that were not sent again. */
export const listUnread = async (db: Reader, before: Date): Promise<string[]> => {
  const again = db('letters as again').select(db.raw('1')).whereRaw('again.resend_of = letters.letter_id');
  const rows = (await db('letters')
    .where('letters.zustellung', 'PORTAL')
    .whereNull('letters.bekanntgabe_am')
    .where('letters.at', '<', before)
    .whereNotExists(again)
    .select('letters.letter_id')
    .limit(100)) as { letter_id: string }[];
  return rows.map((row) => row.letter_id);
};
