const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Shorter stays are not worth a colour, longer ones no stronger one. The same for every process and period, so that pictures can be compared. */
const COOLEST = HOUR;
const HOTTEST = 60 * DAY;

/** 0 to 1 on a logarithmic scale: from one hour to two is as far as from thirty days to sixty. */
export const strengthOf = (ms: number): number =>
  Math.min(Math.max(Math.log(Math.max(ms, 1) / COOLEST) / Math.log(HOTTEST / COOLEST), 0), 1);

/** Marks of the legend. */
export const marks: readonly number[] = [HOUR, 8 * HOUR, 3 * DAY, 14 * DAY, HOTTEST];

/** Words for a span of time; of the dictionary. */
export type SpanWords = { none: string; minutes: (n: number) => string; hours: (n: number) => string; days: (n: number) => string };

/** How long, in the largest unit that fits; days from `daysFrom` on. */
export const spanOf = (ms: number, words: SpanWords, daysFrom = 2 * DAY): string => {
  if (ms < MINUTE) return words.none;
  if (ms < HOUR) return words.minutes(Math.round(ms / MINUTE));
  if (ms < daysFrom) return words.hours(Math.round(ms / HOUR));
  return words.days(Math.round(ms / DAY));
};
