import type { Transaction } from '../../db/connection.ts';
import type { LetterBlock } from './render-letter.ts';

export type Draft = { type: string; subject: string; blocks: LetterBlock[] };

export type Bescheid = {
  bescheidId: string;
  caseId: string;
  typ: string;
  draft: Draft;
  exactHash: string;
  author: string | null;
  signedBy: string | null;
  letterId: string | null;
};

const columns = {
  bescheidId: 'bescheid_id',
  caseId: 'case_id',
  typ: 'typ',
  draft: 'draft',
  exactHash: 'exact_hash',
  author: 'author',
  signedBy: 'signed_by',
  letterId: 'letter_id',
} as const;

/** One draft per job: the same job delivered twice finds its own. */
export const insertBescheid = async (
  trx: Transaction,
  bescheid: Omit<Bescheid, 'bescheidId' | 'signedBy' | 'letterId'> & { jobKey: string; at: Date },
): Promise<Bescheid> => {
  await trx('bescheide')
    .insert({
      case_id: bescheid.caseId,
      job_key: bescheid.jobKey,
      typ: bescheid.typ,
      draft: JSON.stringify(bescheid.draft),
      exact_hash: bescheid.exactHash,
      author: bescheid.author,
      created_at: bescheid.at,
    })
    .onConflict('job_key')
    .ignore();
  const row = (await trx('bescheide').select(columns).where('job_key', bescheid.jobKey).first()) as Bescheid | undefined;
  if (!row) throw new Error('the draft just written is not there');
  return row;
};

export const lockBescheid = (trx: Transaction, bescheidId: string): Promise<Bescheid | undefined> =>
  trx('bescheide').select(columns).where('bescheid_id', bescheidId).forUpdate().first();

export const markSent = async (
  trx: Transaction,
  bescheidId: string,
  sent: { letterId: string; signedBy: string | null; at: Date },
): Promise<void> => {
  await trx('bescheide')
    .where('bescheid_id', bescheidId)
    .update({ letter_id: sent.letterId, ...(sent.signedBy ? { signed_by: sent.signedBy, signed_at: sent.at } : {}) });
};
