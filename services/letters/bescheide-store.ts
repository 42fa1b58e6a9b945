import type { Reader, Transaction } from '../../db/connection.ts';
import type { LetterBlock } from './render-letter.ts';

export type Draft = { type: string; subject: string; blocks: LetterBlock[] };

/** What the table asked for and what the draw gave, so that it can be shown why this one was checked and that one not. */
export type SecondCheck = { pruefung: string; anteil: number; norm: string; month: string; draw: number; drawn: boolean };

export type Bescheid = {
  bescheidId: string;
  caseId: string;
  typ: string;
  draft: Draft;
  exactHash: string;
  author: string | null;
  signedBy: string | null;
  letterId: string | null;
  secondCheck: SecondCheck | null;
  /** What became of it after an objection. */
  remedyOutcome: string | null;
  createdAt: Date;
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
  secondCheck: 'second_check',
  remedyOutcome: 'remedy_outcome',
  createdAt: 'created_at',
} as const;

type NewBescheid = Pick<Bescheid, 'caseId' | 'typ' | 'draft' | 'exactHash' | 'author'> & { jobKey: string; at: Date };

/** One draft per job: the same job delivered twice finds its own. */
export const insertBescheid = async (trx: Transaction, bescheid: NewBescheid): Promise<Bescheid> => {
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

export const findBescheid = (db: Reader, bescheidId: string): Promise<Bescheid | undefined> =>
  db('bescheide').select(columns).where('bescheid_id', bescheidId).first();

export const lockBescheid = (trx: Transaction, bescheidId: string): Promise<Bescheid | undefined> =>
  trx('bescheide').select(columns).where('bescheid_id', bescheidId).forUpdate().first();

/** Every draft of a case, oldest first. */
export const listBescheide = (db: Reader, caseId: string): Promise<Bescheid[]> =>
  db('bescheide').select(columns).where('case_id', caseId).orderBy('draft_number');

export const markSent = async (
  trx: Transaction,
  bescheidId: string,
  sent: { letterId: string; signedBy: string | null; at: Date },
): Promise<void> => {
  await trx('bescheide')
    .where('bescheid_id', bescheidId)
    .update({ letter_id: sent.letterId, ...(sent.signedBy ? { signed_by: sent.signedBy, signed_at: sent.at } : {}) });
};

/** It went out once more: from now on that letter counts. */
export const replaceLetter = async (trx: Transaction, oldId: string, newId: string): Promise<void> => {
  await trx('bescheide').where('letter_id', oldId).update({ letter_id: newId });
};

export const noteSecondCheck = async (trx: Transaction, bescheidId: string, check: SecondCheck): Promise<void> => {
  await trx('bescheide')
    .where('bescheid_id', bescheidId)
    .update({ second_check: JSON.stringify(check) });
};

export const noteRemedyOutcome = async (trx: Transaction, bescheidId: string, outcome: string, objectionCaseId: string): Promise<void> => {
  await trx('bescheide').where('bescheid_id', bescheidId).update({ remedy_outcome: outcome, remedy_case_id: objectionCaseId });
};

/** The last adverse decision that went out to any of these people, in whichever of their cases. */
export const findLatestSent = async (
  db: Reader,
  filter: { personIds: readonly string[]; typen: readonly string[] } | { caseId: string },
): Promise<Bescheid | undefined> => {
  const query = db('bescheide')
    .join('cases', 'cases.case_id', 'bescheide.case_id')
    .select(Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, `bescheide.${column}`])))
    .whereNotNull('bescheide.letter_id')
    .where('cases.hidden', false)
    .orderBy('bescheide.draft_number', 'desc')
    .first();
  return 'caseId' in filter
    ? query.where('bescheide.case_id', filter.caseId)
    : query.whereIn('cases.person_id', [...filter.personIds]).whereIn('bescheide.typ', [...filter.typen]);
};
