import type { Transaction } from '../../db/connection.ts';

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
