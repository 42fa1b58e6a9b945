const zone = 'Europe/Berlin';

/** The day whose law counts for a case: when it was applied for, as far as somebody noted that, else when it was received. */
export const relevantDay = (found: { facts: Record<string, unknown>; receivedAt: Date }): string => {
  const { antragDatum } = found.facts;
  if (typeof antragDatum === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(antragDatum)) return antragDatum;
  return Temporal.Instant.fromEpochMilliseconds(found.receivedAt.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
};
