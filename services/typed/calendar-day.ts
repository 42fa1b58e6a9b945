/** The first year that a date of a living person can lie in; what is older is a slip of the keys. */
export const FIRST_YEAR = 1900;

/** Whether JJJJ-MM-TT is a day of the calendar. Browsers may lack Temporal: a day exists if Date gives the same one back. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || year < FIRST_YEAR) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

export type Unit = 'days' | 'months' | 'years';

/** The day so much later (or earlier); the 31st becomes the last day of a shorter month. */
export const addTo = (day: string, count: number, unit: Unit): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (unit === 'days') return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
  const first = month - 1 + count * (unit === 'years' ? 12 : 1);
  const last = new Date(Date.UTC(year, first + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, first, Math.min(date, last))).toISOString().slice(0, 10);
};
