import { readFact } from '../office/index.ts';

const zone = 'Europe/Berlin';

/** The day whose law counts for a case: when it was applied for, as far as somebody noted that, else when it was received. */
export const relevantDay = (found: { facts: Record<string, unknown>; receivedAt: Date }): string => {
  const applied = readFact(found.facts, 'antragDatum');
  if (applied) return applied;
  return Temporal.Instant.fromEpochMilliseconds(found.receivedAt.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
};
