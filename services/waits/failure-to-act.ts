import type { CaseRow } from '../cases/index.ts';
import { findValue } from '../legal/index.ts';
import { rowHas } from '../office/index.ts';
import { untaetigkeit } from '../platform/calendar.ts';
import { dayOf } from '../platform/clock.ts';
import type { FailureToAct } from './answers.ts';

type Day = Temporal.PlainDate;
type Undecided = Pick<CaseRow, 'anliegen' | 'receivedAt' | 'renewalOf' | 'closedAt'>;

const reached = (today: Day, day: Day): boolean => Temporal.PlainDate.compare(today, day) >= 0;

const stageOf = (today: Day, { warnOn, escalateOn, ends }: ReturnType<typeof untaetigkeit>): FailureToAct['stage'] => {
  if (reached(today, ends.add({ days: 1 }))) return 'over';
  if (reached(today, escalateOn)) return 'urgent';
  return reached(today, warnOn) ? 'soon' : 'running';
};

/**
 * The last day of the three months after which somebody may sue because nothing has been decided (§ 75 VwGO); null where nobody has applied for a decision,
 * the case is over, or a decision has been notified. Whether there is a sufficient reason for taking longer, people judge.
 */
export const failureToAct = (found: Undecided, notified: boolean, today: Day): FailureToAct | null => {
  // A renewal of office is nobody's application.
  if (!rowHas('anliegen', found.anliegen, 'aufAntrag') || found.renewalOf || found.closedAt || notified) return null;
  const applied = dayOf(found.receivedAt);
  const months = findValue('untaetigkeit', applied.toString())?.wert;
  if (typeof months !== 'number') return null;
  const days = untaetigkeit(applied, months);
  return { until: days.ends.toString(), stage: stageOf(today, days) };
};
