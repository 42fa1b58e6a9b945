/** Words for how long something has taken; of the dictionary. */
export type DurationWords = { now: string; minutes: (n: number) => string; hours: (n: number) => string; days: (n: number) => string };

const MINUTE = 60_000;

/** How long ago, in the largest unit that fits. Both on the office clock, which the demo moves. */
export const timeSince = (since: string, now: string, words: DurationWords): string => {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / MINUTE));
  if (minutes < 1) return words.now;
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 48 * 60) return words.hours(Math.floor(minutes / 60));
  return words.days(Math.floor(minutes / (24 * 60)));
};
