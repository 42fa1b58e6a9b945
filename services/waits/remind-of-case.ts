import { addHistory, announceReminder, type CaseRow, lockCase, notifyCase, tellReminderDropped } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { counterGroup, rowHas } from '../office/index.ts';
import { audit } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';
import { longDay } from '../platform/german-day.ts';
import { assertSeen } from '../platform/if-match.ts';
import { insertReminder } from './reminders-store.ts';
import { findWait, lockWait, type Wait } from './waits-store.ts';

export type RemindOfCase = {
  date: string;
  note: string;
  by: string;
  /** What the history says; without it that there is a Wiedervorlage, its day and note. */
  line?: string;
  /** It is the service's task then, not theirs who have the case. */
  forService?: true;
};

/** Books one reminder in the caller's transaction. The same day and note asked for again is the same reminder. */
export const bookReminder = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock' | 'commands'>,
  found: CaseRow,
  { date, note, by, line, forService }: RemindOfCase,
): Promise<{ reminderId: string }> => {
  const { caseId } = found;
  const askedAt = nowOf(deps);
  const { reminderId, created } = await insertReminder(trx, { caseId, onDay: date, note, askedBy: by, askedAt });
  await audit(trx, {
    actor: by,
    action: 'book reminder',
    caseId,
    section: found.section,
    object: `reminder ${reminderId}`,
    outcome: 'done',
  });
  if (!created) return { reminderId };
  await announceReminder(trx, deps, { reminderId, caseId, date, role: forService ? counterGroup : undefined });
  const day = longDay(Temporal.PlainDate.from(date));
  await addHistory(trx, {
    caseId,
    at: askedAt,
    text: line ?? `Wiedervorlage für den ${day}: ${note}`,
    by,
    lineKey: `reminder:${reminderId}`,
  });
  await notifyCase(trx, found);
  return { reminderId };
};

/**
 * Wiedervorlage: on that day the case comes back as a task, whatever has become of it. Several may be open, so each starts its process under a
 * key of its own.
 */
export const remindOfCase = (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  found: CaseRow,
  reminder: RemindOfCase,
): Promise<{ reminderId: string }> => {
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(reminder.date), deps.clock.today()) < 0)
    throw new Invalid('Der Tag der Wiedervorlage liegt in der Vergangenheit.', [{ field: 'date', message: 'bitte heute oder später' }]);
  return deps.db.transaction((trx) => bookReminder(trx, deps, found, reminder));
};

const isReminderOf = ({ caseId }: CaseRow, wait: Wait | undefined): wait is Wait =>
  wait?.caseId === caseId && rowHas('fristen', wait.kind, 'legtWiederVor');

/** Throws the NotFound of an absent one. */
export const assertReminder = async (db: Deps['db'], found: CaseRow, warteId: string): Promise<void> => {
  if (!isReminderOf(found, await findWait(db, warteId))) throw new NotFound();
};

/** What the reminder was for has been done: its process ends without a task. */
export const dropReminder = (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  found: CaseRow,
  { warteId, by, seen }: { warteId: string; by: string; seen?: number | undefined },
): Promise<void> =>
  deps.db.transaction(async (trx) => {
    const { caseId } = found;
    await lockCase(trx, caseId);
    const wait = await lockWait(trx, warteId);
    if (!isReminderOf(found, wait)) throw new NotFound();
    if (wait.endedAt) throw new Conflict('Diese Wiedervorlage ist schon vorbei.');
    assertSeen(
      seen,
      { version: wait.version, by: wait.movedBy, at: wait.movedAt },
      'Diese Wiedervorlage hat inzwischen jemand anderes verschoben.',
    );
    await tellReminderDropped(trx, deps, { warteId, caseId });
    const at = nowOf(deps);
    await addHistory(trx, { caseId, at, text: 'Wiedervorlage gestrichen', by, lineKey: `reminder-dropped:${warteId}` });
    await audit(trx, { actor: by, action: 'drop reminder', caseId, section: found.section, object: `wait ${warteId}`, outcome: 'done' });
    await notifyCase(trx, found);
  });
