import { randomUUID } from 'node:crypto';
import { addHistory, lockCase, notifyCase, updateCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { getRow, rowHas } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { longDay } from '../platform/german-day.ts';
import { lastDayOf } from './last-day.ts';
import { endOfWait, holdsCase, reminder, waitVariables } from './waits.ts';
import { insertWait } from './waits-store.ts';

type BeginWait = {
  caseId: string;
  /** One of the office's kinds (`fristen`). */
  kind: string;
  /** A day somebody asked for, else the period in days, else the kind's own. */
  wished: string | null;
  days: number | null;
  reminderDays: number | null;
  /** Codes of the papers that are waited for. */
  expected: readonly string[];
  job: { key: string; elementId: string; processInstanceKey: string };
};

/** A security query says once that it runs, however many rounds it takes: their number would tell how it goes. */
const lineKey = (kind: string, warteId: string, instanceKey: string): string =>
  rowHas('fristen', kind, 'sicherheit') ? `wait:${kind}:${instanceKey}` : `wait:${warteId}`;

/**
 * Begins a wait in the caller's transaction: one row per round, whose id is the correlation key of every message of this wait. A legal deadline for people ends
 * on a working day; a renewal begins on exactly its day. Gives what the process learns of it.
 */
export const beginWait = async (trx: Transaction, deps: Pick<Deps, 'clock'>, order: BeginWait) => {
  const { caseId, job } = order;
  const kind = getRow('fristen', order.kind);
  const found = await lockCase(trx, caseId);
  if (!found) throw new Error('Den Vorgang gibt es nicht.');
  const now = nowOf(deps);
  const today = deps.clock.today();
  const day = lastDayOf(kind, {
    begun: today,
    // A model without a period of its own passes 0 or nothing.
    days: order.days || kind.tage,
    wished: order.wished ? Temporal.PlainDate.from(order.wished.slice(0, 10)) : undefined,
  });
  const until = endOfWait(kind.code, day, today);
  const reminderDays = order.reminderDays ?? kind.erinnerungTage ?? 0;
  const { remindAt, remind } = reminder(until, reminderDays, now);
  const wait = await insertWait(trx, {
    warteId: randomUUID(),
    caseId,
    elementId: job.elementId,
    processInstanceKey: job.processInstanceKey,
    jobKey: job.key,
    kind: kind.code,
    until,
    reminderDays,
    remindAt: remind ? remindAt : null,
    expected: [...order.expected],
    begunAt: now,
  });
  const text = kind.verlauf.replace('{tag}', longDay(wait.until));
  const line = lineKey(kind.code, wait.warteId, job.processInstanceKey);
  await addHistory(trx, { caseId, at: now, text, elementId: job.elementId, by: 'Lotse', lineKey: line });
  if (!found.closedAt && holdsCase(kind.code)) await updateCase(trx, caseId, { status: 'wartet' });
  await notifyCase(trx, found);
  return waitVariables(wait, now);
};
