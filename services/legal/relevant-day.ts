import { readFact } from '../office/index.ts';
import { dayOf } from '../platform/clock.ts';

/** The day whose law counts for a case: when it was applied for, as far as somebody noted that, else when it was received. */
export const relevantDay = (found: { facts: Record<string, unknown>; receivedAt: Date }): string => {
  const applied = readFact(found.facts, 'antragDatum');
  if (applied) return applied;
  return dayOf(found.receivedAt).toString();
};
