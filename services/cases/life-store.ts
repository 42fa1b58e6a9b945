import { ask, prepare, prepareNamed } from '../../db/ask.ts';
import type { Reader, Transaction } from '../../db/connection.ts';
import type { CaseRow, ToldOf } from './store.ts';

export type NewCase = {
  caseId: string;
  /** Number circle of the Aktenzeichen and its year. */
  circle: string;
  year: number;
  personId: string;
  anliegen: string;
  hidden: boolean;
  receivedAt: Date;
  facts: Record<string, unknown>;
  stated: Record<string, unknown>;
  createdBy: string;
  renewalOf?: string;
};

const open = prepare(
  `with number as (
     insert into aktenzeichen_counters (circle, year, last_number) values ($1, $2, 1)
     on conflict (circle, year) do update set last_number = aktenzeichen_counters.last_number + 1 returning *
   ), opened as (
     insert into cases (case_id, aktenzeichen, person_id, anliegen, hidden, received_at, created_at, facts, stated, created_by, renewal_of)
     select $3, format('%s-%s-%s', circle, year, lpad(last_number::text, greatest(6, length(last_number::text)), '0')),
            $4, $5, $6, $7, $7, $8, $9, $10, $11 from number
     returning case_id, aktenzeichen
   ), line as (
     insert into case_history (case_id, at, text, by, line_key)
     select case_id, $7, format('%s, Aktenzeichen %s', $12::text, aktenzeichen), $10, 'opened' from opened
   )
   select aktenzeichen from opened`,
);

/**
 * Number, case and first line of its history in one statement, which returns the Aktenzeichen. Numbers have no gaps: the row of the circle stays
 * locked until the transaction ends, and while it does nobody else opens a case. So this comes last.
 */
export const insertCase = async (trx: Transaction, row: NewCase, opened: string): Promise<string> => {
  const [made] = await ask<{ aktenzeichen: string }>(trx, open, [
    ...[row.circle, row.year, row.caseId, row.personId, row.anliegen, row.hidden, row.receivedAt],
    ...[JSON.stringify(row.facts), JSON.stringify(row.stated), row.createdBy, row.renewalOf ?? null, opened],
  ]);
  return (made as { aktenzeichen: string }).aktenzeichen;
};

const claimRoot = prepareNamed<{ claimed: boolean }>(
  'update cases set root_instance_key = :key where case_id = :caseId and (root_instance_key is null or root_instance_key = :key) returning true as claimed',
);

/** True for the first root instance that claims the case; a second root of a doubled message gets false. */
export const claimRootInstance = async (db: Reader, caseId: string, key: string): Promise<boolean> =>
  (await claimRoot(db, { caseId, key })).length === 1;

export type Closing = Pick<CaseRow, 'caseId' | 'status'> & { outcome: string; at: Date; text: string; elementId: string; by: string };

const close = prepareNamed<ToldOf>(
  `with closed as (
     update cases set status = :status, outcome = :outcome, closed_at = :at where case_id = :caseId and closed_at is null returning *
   ), line as (
     insert into case_history (case_id, at, text, element_id, by, line_key)
     select case_id, closed_at, :text, :elementId, :by, 'closed' from closed on conflict (case_id, line_key) do nothing
   )
   select case_id as "caseId", hidden, section, created_by as "createdBy" from closed`,
);

/**
 * Closes a case that is open and says so in its history. Holds the case's row from then on. Undefined if it was closed before, or there is none.
 */
export const closeOpenCase = async (trx: Transaction, closing: Closing): Promise<ToldOf | undefined> => (await close(trx, closing))[0];
