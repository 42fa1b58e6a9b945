import type { Reader, Transaction } from '../../db/connection.ts';
import type { PersonalField } from './fields.ts';

/** A change of one field; null where there was or is nothing. */
export type PersonChange = { at: Date; by: string; reason: string; field: PersonalField; old: unknown; new: unknown };

export const insertChanges = async (trx: Transaction, personId: string, changes: readonly PersonChange[]): Promise<void> => {
  const rows = changes.map(({ at, by, reason, field, old, new: now }) => ({
    person_id: personId,
    at,
    by,
    reason,
    field,
    old: JSON.stringify(old ?? null),
    new: JSON.stringify(now ?? null),
  }));
  if (rows.length > 0) await trx('person_changes').insert(rows);
};

export const listChanges = (db: Reader, personIds: readonly string[]): Promise<PersonChange[]> =>
  db('person_changes')
    .whereIn('person_id', [...personIds])
    .orderBy('change_id', 'desc')
    .select({ at: 'at', by: 'by', reason: 'reason', field: 'field', old: 'old', new: 'new' });

/** The newest change's number; 0 before the first. */
export const lastChange = async (db: Reader, personId: string): Promise<string> => {
  const row = (await db('person_changes').where('person_id', personId).max({ last: 'change_id' }).first()) as { last: string | null };
  return row.last ?? '0';
};

/** Fields changed after that one. */
export const fieldsChangedSince = async (db: Reader, personId: string, change: string): Promise<PersonalField[]> => {
  const rows = (await db('person_changes').where('person_id', personId).where('change_id', '>', change).distinct('field')) as {
    field: PersonalField;
  }[];
  return rows.map((row) => row.field);
};

/** Something that was said of a person and is not what the record says. */
export type Difference = {
  differenceId: string;
  personId: string;
  field: PersonalField;
  value: unknown;
  caseId: string | null;
  notedAt: Date;
  notedBy: string;
};

const columns = {
  differenceId: 'difference_id',
  personId: 'person_id',
  field: 'field',
  value: 'value',
  caseId: 'case_id',
  notedAt: 'noted_at',
  notedBy: 'noted_by',
} as const;

/** The same said twice is one difference, as long as nobody has decided. */
export const insertDifferences = async (
  trx: Transaction,
  personId: string,
  differences: readonly { field: PersonalField; value: unknown }[],
  noted: { caseId?: string; at: Date; by: string },
): Promise<void> => {
  const rows = differences.map(({ field, value }) => ({
    person_id: personId,
    field,
    value: JSON.stringify(value),
    case_id: noted.caseId ?? null,
    noted_at: noted.at,
    noted_by: noted.by,
  }));
  if (rows.length > 0)
    await trx('person_differences')
      .insert(rows)
      .onConflict(trx.raw('(person_id, field, md5(value::text)) where decided_at is null'))
      .ignore();
};

/** What nobody has decided yet, oldest first. */
export const openDifferences = (db: Reader, personIds: readonly string[]): Promise<Difference[]> =>
  db('person_differences')
    .whereIn('person_id', [...personIds])
    .whereNull('decided_at')
    .orderBy(['noted_at', 'difference_id'])
    .select(columns);

export const decideDifference = async (
  trx: Transaction,
  differenceId: string,
  decided: { taken: boolean; at: Date; by: string; reason: string },
): Promise<void> => {
  await trx('person_differences')
    .where('difference_id', differenceId)
    .update({ taken: decided.taken, decided_at: decided.at, decided_by: decided.by, reason: decided.reason });
};
