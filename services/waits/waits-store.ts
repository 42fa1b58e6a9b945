import type { Reader, Transaction } from '../../db/connection.ts';
import { listOf, part, selected } from '../../db/parts.ts';
import { getRowWith } from '../office/index.ts';

export type Wait = {
  warteId: string;
  caseId: string;
  elementId: string;
  kind: string;
  until: Date;
  reminderDays: number;
  remindAt: Date | null;
  remindedAt: Date | null;
  expected: string[];
  begunAt: Date;
  endedAt: Date | null;
  /** Counts the days people set: who moves one says which they saw. */
  version: number;
  movedBy: string | null;
  movedAt: Date | null;
};

const columns = {
  warteId: 'warte_id',
  caseId: 'case_id',
  elementId: 'element_id',
  kind: 'kind',
  until: 'until',
  reminderDays: 'reminder_days',
  remindAt: 'remind_at',
  remindedAt: 'reminded_at',
  expected: 'expected',
  begunAt: 'begun_at',
  endedAt: 'ended_at',
  version: 'version',
  movedBy: 'moved_by',
  movedAt: 'moved_at',
} as const;

export const openWaitsOfCase = part<Wait>(`select ${selected(columns)} from waits where case_id = $1 and ended_at is null order by until`, [
  'until',
  'remindAt',
  'remindedAt',
  'begunAt',
  'endedAt',
  'movedAt',
]);

export const openWaits = listOf(openWaitsOfCase);

export const findWait = (db: Reader, warteId: string): Promise<Wait | undefined> =>
  db('waits').select(columns).where('warte_id', warteId).first();

/** Locks the row: a new date and the end of the wait never cross. */
export const lockWait = (trx: Transaction, warteId: string): Promise<Wait | undefined> =>
  trx('waits').select(columns).where('warte_id', warteId).forNoKeyUpdate().first();

/** Inserts, or finds the row the same job made before: returns the id that counts. */
export const insertWait = async (
  trx: Transaction,
  wait: Omit<Wait, 'endedAt' | 'remindedAt' | 'version' | 'movedBy' | 'movedAt'> & { processInstanceKey: string; jobKey: string },
): Promise<Wait> => {
  await trx('waits')
    .insert({
      warte_id: wait.warteId,
      case_id: wait.caseId,
      element_id: wait.elementId,
      process_instance_key: wait.processInstanceKey,
      job_key: wait.jobKey,
      kind: wait.kind,
      until: wait.until,
      reminder_days: wait.reminderDays,
      remind_at: wait.remindAt,
      expected: JSON.stringify(wait.expected),
      begun_at: wait.begunAt,
    })
    .onConflict('job_key')
    .ignore();
  const row = (await trx('waits').select(columns).where('job_key', wait.jobKey).first()) as Wait | undefined;
  if (!row) throw new Error('the wait just inserted is not there');
  return row;
};

/** A person sets another last day. */
export const moveWait = async (
  trx: Transaction,
  warteId: string,
  { until, remindAt, by, at }: { until: Date; remindAt: Date | null; by: string; at: Date },
): Promise<void> => {
  await trx('waits')
    .where('warte_id', warteId)
    .update({ until, remind_at: remindAt, version: trx.raw('version + 1'), moved_by: by, moved_at: at });
};

export const noteReminded = async (trx: Transaction, warteId: string, at: Date): Promise<void> => {
  await trx('waits').where('warte_id', warteId).update({ reminded_at: at });
};

/** Ends one wait; false if it had ended before. */
export const endWait = async (trx: Transaction, warteId: string, at: Date, reason: string): Promise<boolean> =>
  (await trx('waits').where('warte_id', warteId).whereNull('ended_at').update({ ended_at: at, end_reason: reason })) === 1;

export const endAllWaits = async (
  trx: Transaction,
  caseId: string,
  at: Date,
  reason: string,
  except: readonly string[] = [],
): Promise<void> => {
  await trx('waits')
    .where('case_id', caseId)
    .whereNull('ended_at')
    .whereNotIn('kind', [...except])
    .update({ ended_at: at, end_reason: reason });
};

const prefixed = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, `waits.${column}`]));

const renewal = (): string => getRowWith('fristen', 'papierLaeuftAb').code;

/** Renewals booked for papers of these people and Anliegen. */
export const openRenewals = (db: Reader, personIds: readonly string[], anliegen: string): Promise<Wait[]> =>
  db('waits')
    .select(prefixed)
    .join('cases', 'cases.case_id', 'waits.case_id')
    .where({ 'waits.kind': renewal(), 'cases.anliegen': anliegen })
    .whereIn('cases.person_id', [...personIds])
    .whereNull('waits.ended_at');

/** Whether a renewal of this case's paper is or was booked: it has led to a paper. */
export const hasRenewal = async (db: Reader, caseId: string): Promise<boolean> =>
  (await db('waits').where({ case_id: caseId, kind: renewal() }).first('warte_id')) !== undefined;

/** The case to whose application a booked renewal gives way; null where it does no longer. */
export const supersedeWait = async (trx: Transaction, warteId: string, by: string | null): Promise<void> => {
  await trx('waits').where('warte_id', warteId).update({ superseded_by: by });
};

/** Renewals that gave way to one of these cases. */
export const listSuperseded = (db: Reader, caseIds: readonly string[]): Promise<(Wait & { supersededBy: string })[]> =>
  db('waits')
    .select({ ...prefixed, supersededBy: 'waits.superseded_by' })
    .where('kind', renewal())
    .whereIn('superseded_by', [...caseIds])
    .orderBy('until');
