import type { Reader, Transaction } from '../../db/connection.ts';
import { type CaseRow, selectCases } from '../cases/index.ts';

export type Objection = {
  /** The objection's own case. */
  caseId: string;
  /** The decision it attacks; null if none was found. */
  bescheidId: string | null;
  /** Days, `YYYY-MM-DD`. */
  receivedOn: string;
  remedyUntil: string | null;
  inTime: boolean;
  admissible: boolean;
  outcome: string | null;
};

/** What is known when it comes in; asked again, the newer finding counts until it is decided. */
export const upsertObjection = async (trx: Transaction, objection: Omit<Objection, 'outcome'> & { at: Date }): Promise<void> => {
  const found = {
    bescheid_id: objection.bescheidId,
    received_on: objection.receivedOn,
    remedy_until: objection.remedyUntil,
    in_time: objection.inTime,
    admissible: objection.admissible,
  };
  await trx('objections')
    .insert({ case_id: objection.caseId, ...found, created_at: objection.at })
    .onConflict('case_id')
    .merge(found)
    .whereNull('objections.ended_at');
};

const select = (db: Reader) =>
  db('objections')
    .select({ caseId: 'case_id', bescheidId: 'bescheid_id', inTime: 'in_time', admissible: 'admissible', outcome: 'outcome' })
    .select(db.raw('received_on::text as "receivedOn", remedy_until::text as "remedyUntil"'));

/** The case of an Aktenzeichen. */
export const findCaseOf = (db: Reader, aktenzeichen: string): Promise<CaseRow | undefined> =>
  selectCases(db).where('cases.aktenzeichen', aktenzeichen).first();

export const findObjection = (db: Reader, caseId: string): Promise<Objection | undefined> => select(db).where('case_id', caseId).first();

export const listObjections = (db: Reader, caseIds: readonly string[]): Promise<Objection[]> => select(db).whereIn('case_id', [...caseIds]);

export const endObjection = async (trx: Transaction, caseId: string, outcome: string, at: Date): Promise<void> => {
  await trx('objections').where('case_id', caseId).update({ outcome, ended_at: at });
};
