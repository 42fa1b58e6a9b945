import { randomUUID } from 'node:crypto';
import { addHistory, type CaseRow, lockCase, notifyCase, tellDeadline } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { rowHas } from '../office/index.ts';
import { audit } from '../platform/audit.ts';
import { endOfDay } from '../platform/calendar.ts';
import { DAY_MS, dateOf, nowOf, officeZone } from '../platform/clock.ts';
import { Conflict, NotFound } from '../platform/errors.ts';
import { longDay } from '../platform/german-day.ts';
import { assertSeen } from '../platform/if-match.ts';
import { movedDay } from './wait-days.ts';
import { lockWait, moveWait, type Wait } from './waits-store.ts';

/** Whether a case with such a wait stands as "wartet". */
export const holdsCase = (kind: string): boolean => !rowHas('fristen', kind, 'vermerk');

/**
 * When a wait is over: with its last day; what was noted for a day lies on the desk when that day's work begins, and what is noted for `today` at once,
 * however early somebody is up.
 */
export const endOfWait = (kind: string, day: Temporal.PlainDate, today: Temporal.PlainDate): Date => {
  if (!rowHas('fristen', kind, 'legtWiederVor')) return dateOf(endOfDay(day));
  const plainTime = day.equals(today) ? '00:00' : '06:00';
  return dateOf(day.toZonedDateTime({ timeZone: officeZone, plainTime }));
};

/** When to remind of a wait, and whether that still lies ahead. A reminder whose day has passed is skipped. */
export const reminder = (until: Date, reminderDays: number, now: Date): { remindAt: Date; remind: boolean } => {
  const remindAt = new Date(until.getTime() - reminderDays * DAY_MS);
  return { remindAt, remind: reminderDays > 0 && remindAt > now };
};

/** The variables a model's timers read: absolute, in UTC. */
export const waitVariables = (wait: { warteId: string; until: Date; reminderDays: number }, now: Date) => {
  const { remindAt, remind } = reminder(wait.until, wait.reminderDays, now);
  return { warteId: wait.warteId, frist: wait.until.toISOString(), erinnerungAm: remindAt.toISOString(), erinnern: remind };
};

export type MoveDeadline = { warteId: string; date: string; reason: string; requestedBy?: string; by: string; seen?: number | undefined };

/** "Frist ändern": the wait gets a new last day (its end, Europe/Berlin), the timer is armed anew, and the history says who asked and why. */
export const moveDeadline = (deps: Pick<Deps, 'db' | 'clock' | 'commands'>, found: CaseRow, command: MoveDeadline): Promise<Wait> =>
  deps.db.transaction(async (trx) => {
    // The case first, as everybody who ends a wait does: two locks in two orders would wait for each other.
    await lockCase(trx, found.caseId);
    const wait = await lockWait(trx, command.warteId);
    if (!wait || wait.caseId !== found.caseId) throw new NotFound();
    if (wait.endedAt) throw new Conflict('Diese Frist läuft nicht mehr; sie lässt sich nicht mehr ändern.');
    assertSeen(
      command.seen,
      { version: wait.version, by: wait.movedBy, at: wait.movedAt },
      `Diese Frist hat inzwischen jemand anderes geändert: Sie läuft bis ${longDay(wait.until)}.`,
    );
    const today = deps.clock.today();
    const day = movedDay(wait.kind, Temporal.PlainDate.from(command.date), today);
    const now = nowOf(deps);
    const until = endOfWait(wait.kind, day, today);
    const moved = { ...wait, until, version: wait.version + 1 };
    const { remindAt, remind } = reminder(until, wait.reminderDays, now);
    await moveWait(trx, wait.warteId, { until, remindAt: remind ? remindAt : null, by: command.by, at: now });
    await tellDeadline(trx, deps, wait, waitVariables(moved, now));
    const asked = command.requestedBy ? `, auf Wunsch von ${command.requestedBy}` : '';
    await addHistory(trx, {
      caseId: wait.caseId,
      at: now,
      text: `Frist geändert von ${longDay(wait.until)} auf ${longDay(until)}${asked}: ${command.reason}`,
      elementId: wait.elementId,
      by: command.by,
      lineKey: `deadline:${randomUUID()}`,
    });
    await audit(trx, {
      actor: command.by,
      action: 'move deadline',
      caseId: found.caseId,
      section: found.section,
      object: `wait ${wait.warteId}`,
      reason: command.reason,
      outcome: 'done',
      payload: { until: until.toISOString() },
    });
    await notifyCase(trx, found);
    return moved;
  });
