const DAY_MS = 86_400_000;

/** A calendar day so many days after another (before it, when negative); both JJJJ-MM-TT. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
