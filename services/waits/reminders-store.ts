import type { Transaction } from '../../db/connection.ts';
import { part } from '../../db/parts.ts';
import { getRowWith } from '../office/index.ts';

export type NewReminder = { caseId: string; onDay: string; note: string; askedBy: string; askedAt: Date };

/** Writes the reminder down, or finds the one with the same day and note. */
export const insertReminder = async (trx: Transaction, reminder: NewReminder): Promise<{ reminderId: string; created: boolean }> => {
  const { caseId, onDay, note, askedBy, askedAt } = reminder;
  const made = (await trx('case_reminders')
    .insert({ case_id: caseId, on_day: onDay, note, asked_by: askedBy, asked_at: askedAt })
    .onConflict(['case_id', 'on_day', 'note'])
    .ignore()
    .returning('reminder_id')) as { reminder_id: string }[];
  if (made[0]) return { reminderId: made[0].reminder_id, created: true };
  const row = (await trx('case_reminders').where({ case_id: caseId, on_day: onDay, note }).first('reminder_id')) as { reminder_id: string };
  return { reminderId: row.reminder_id, created: false };
};

/** Reminders of a case that are still to come: the day's wait is open. */
export const remindersOfCase = part<{ date: string; note: string; by: string }>(
  `select to_char(r.on_day, 'YYYY-MM-DD') as date, r.note, r.asked_by as by
     from case_reminders r
    where r.case_id = $1 and exists (
      select from waits w where w.case_id = r.case_id and w.kind = '${getRowWith('fristen', 'legtWiederVor').code}' and w.ended_at is null
                            and (w.until at time zone 'Europe/Berlin')::date = r.on_day)
    order by r.on_day, r.asked_at, r.reminder_id`,
);
